namespace TutorBot.Core.Explanations;

/// <summary>What a person was last shown in a channel.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Reference">Which one, as its kind writes it: never a question's text.</param>
public sealed record Shown(ShownKind Kind, string Reference);
