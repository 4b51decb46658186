namespace TutorBot.Tests.Playground;

/// <summary>A message of the playground as a person sees it.</summary>
/// <param name="Key">Names it; the same after an edit.</param>
/// <param name="Text">Its text without markup.</param>
/// <param name="Buttons">What can be pressed or chosen, by its label.</param>
internal sealed record PlaygroundLine(string Key, string Text, IReadOnlyDictionary<string, string> Buttons);
