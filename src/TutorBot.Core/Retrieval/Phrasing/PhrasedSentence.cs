using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval.Phrasing;

/// <summary>A sentence of a model, with the cards it rests on.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Cards">The cards that it cites, at least one.</param>
public sealed record PhrasedSentence(string Text, IReadOnlyList<Card> Cards);
