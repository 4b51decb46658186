using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>A card with what the model made of its text.</summary>
/// <param name="card">The card.</param>
/// <param name="windows">One or more windows of <see cref="CardText.Of"/>.</param>
internal sealed class IndexedCard(Card card, IReadOnlyList<PassageVectors> windows)
{
    public Card Card { get; } = card;

    public IReadOnlyList<PassageVectors> Windows { get; } = windows;

    /// <summary>The sentences of its fields; split when first asked for, as most cards of a large deck never are.</summary>
    public IReadOnlyList<CardSentence> Sentences => field ??= CardSentences.Of(Card);
}
