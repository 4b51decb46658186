using TutorBot.Core.Chat;

namespace TutorBot.Core.Commands;

/// <summary>What a typed line means: a command, or what is wrong with it.</summary>
/// <param name="Command">The command, or null where the line is none.</param>
/// <param name="Problem">What is wrong and how to mend it, in one sentence for the person; null where there is a command.</param>
public sealed record ParsedCommand(Command? Command, string? Problem);
