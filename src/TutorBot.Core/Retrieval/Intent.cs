namespace TutorBot.Core.Retrieval;

/// <summary>What a question wants of the cards.</summary>
public enum Intent
{
    /// <summary>Nothing that cards could give: a greeting, thanks, no words at all.</summary>
    None,

    /// <summary>What something is: the definition.</summary>
    Define,

    /// <summary>How it works, or an example.</summary>
    Example,

    /// <summary>A line to remember.</summary>
    Tip,

    /// <summary>Two cards against each other.</summary>
    Compare,

    /// <summary>Which cards there are about something.</summary>
    List,

    /// <summary>A card by its number.</summary>
    Card,
}
