namespace TutorBot.Core.Chat;

/// <summary>Something to press. It carries a command, so it works after a restart and needs no state anywhere.</summary>
/// <param name="Label">What it says: plain text, at most 80 characters.</param>
/// <param name="Command">What pressing it does. Ids and choices only, never free text: it travels through the platform.</param>
/// <param name="Typed">The slash command that does the same, or null where the label already is one.</param>
/// <param name="IsDisabled">Whether it can no longer be pressed; a platform without such buttons leaves it out.</param>
public sealed record Button(string Label, Command Command, string? Typed = null, bool IsDisabled = false);
