namespace TutorBot.Core.Cards;

/// <summary>What a line of a deck's file starts.</summary>
internal enum DeckMarkerKind
{
    /// <summary>A section (or, the first one, the deck).</summary>
    Section,

    /// <summary>A card.</summary>
    Card,

    /// <summary>A card's definition.</summary>
    Definition,

    /// <summary>How it works, or an example.</summary>
    HowItWorks,

    /// <summary>A line to remember.</summary>
    QuickTip,

    /// <summary>A heading of the author's own within a card.</summary>
    Extra,

    /// <summary>A line with further names of a card.</summary>
    Aliases,

    /// <summary>A line with the numbers of cards that are mixed up with a card.</summary>
    ConfusedWith,

    /// <summary>The line with the deck's id.</summary>
    Id,

    /// <summary>A separator.</summary>
    Break,
}
