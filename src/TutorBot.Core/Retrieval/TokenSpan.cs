namespace TutorBot.Core.Retrieval;

/// <summary>Where one token of the model stands in the text that was encoded.</summary>
/// <param name="Start">The first UTF-16 unit in the original text (before the prefix and normalisation), from 0.</param>
/// <param name="Length">UTF-16 units; 0 for special tokens and for tokens of the model's prefix.</param>
/// <param name="IsContinuation">Whether it continues a word (<c>##ing</c>).</param>
public readonly record struct TokenSpan(int Start, int Length, bool IsContinuation);
