namespace TutorBot.Core.Retrieval;

/// <summary>
/// What is kept of one window of a card's text: its vector, and of each content token only the signs, since late
/// interaction of float query tokens with sign bits loses nothing (RETRIEVAL.md §3.1, measured).
/// </summary>
/// <param name="Vector">The window's vector, unit length.</param>
/// <param name="SignBits">
/// The content tokens' signs, <c>ceil(dimension / 64)</c> words a token; bit i of a word is 1 where the number is not
/// negative; spare bits of the last word are 0.
/// </param>
/// <param name="TokenStarts">Where each content token starts in the card's text, in UTF-16 units, ascending.</param>
public sealed record PassageVectors(float[] Vector, ulong[] SignBits, int[] TokenStarts);
