namespace TutorBot.Core.Retrieval;

/// <summary>A word of a text.</summary>
/// <param name="Text">As words are compared: lower case, without accents, without a possessive 's.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">UTF-16 units in the text.</param>
public readonly record struct QuestionWord(string Text, int Start, int Length);
