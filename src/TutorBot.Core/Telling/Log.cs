using Microsoft.Extensions.Logging;

namespace TutorBot.Core.Telling;

/// <summary>What this slice logs: event ids from 3500.</summary>
internal static partial class Log
{
    [LoggerMessage(3500, LogLevel.Warning, "A message to a person on {Platform} could not be sent; it waits for their next reply.")]
    public static partial void MessageFailed(ILogger logger, string platform, Exception exception);
}
