using Microsoft.Extensions.Logging;

namespace TutorBot.Core.Recaps;

/// <summary>What this slice logs: event ids from 4500.</summary>
internal static partial class Log
{
    [LoggerMessage(4500, LogLevel.Warning, "The recap of group {Group} could not be posted on {Platform}; it is tried again.")]
    public static partial void RecapFailed(ILogger logger, string group, string platform, Exception exception);
}
