using Microsoft.Extensions.Logging;

namespace TutorBot.Core.Welcome;

/// <summary>What this slice logs: event ids from 3700.</summary>
internal static partial class Log
{
    [LoggerMessage(3700, LogLevel.Warning, "The first word in a server on {Platform} could not be posted; the first reply there begins with it.")]
    public static partial void FirstWordFailed(ILogger logger, string platform, Exception exception);
}
