namespace TutorBot.Core.Retrieval;

/// <summary>A sentence of a card.</summary>
/// <param name="Field">The field it stands in.</param>
/// <param name="Start">Where it starts in the field's Markdown, in UTF-16 units.</param>
/// <param name="Length">Its length there.</param>
/// <param name="TextStart">Where it starts in <see cref="CardText.Of"/>.</param>
/// <param name="TextLength">Its length there.</param>
public sealed record CardSentence(CardField Field, int Start, int Length, int TextStart, int TextLength);
