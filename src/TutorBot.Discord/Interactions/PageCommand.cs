using TutorBot.Core.Chat;

namespace TutorBot.Discord.Interactions;

/// <summary>What somebody wants: a command, and which page of its reply.</summary>
/// <param name="Command">The command, or null where there is none.</param>
/// <param name="Problem">What is wrong, in one sentence for the person; null where there is a command.</param>
/// <param name="Page">From 1.</param>
internal sealed record PageCommand(Command? Command, string? Problem, int Page);
