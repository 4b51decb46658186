namespace TutorBot.Core.Retrieval;

/// <summary>A word that was read as another.</summary>
/// <param name="Typed">In lower case.</param>
/// <param name="Read">What it was taken for; one or two words.</param>
public sealed record SpellingCorrection(string Typed, string Read);
