using Microsoft.Extensions.Logging;

namespace TutorBot.Core.Commands;

/// <summary>What this slice logs: event ids from 1000. Never a question's text, a person's name or a token.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Error, "The command {Command} failed.")]
    public static partial void CommandFailed(ILogger logger, string command, Exception exception);

    [LoggerMessage(1001, LogLevel.Error, "The command {Command} could not be saved.")]
    public static partial void NotSaved(ILogger logger, string command, Exception exception);
}
