using Microsoft.Extensions.Logging;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What the quiz tells the log. Event ids from 4000.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "Round {Round}: its post on {Platform} could not be brought up to date; it is tried again.")]
    public static partial void PostFailed(ILogger logger, string round, string platform, Exception exception);

    [LoggerMessage(4002, LogLevel.Warning, "Round {Round}: its post on {Platform} is gone.")]
    public static partial void PostGone(ILogger logger, string round, string platform);

    [LoggerMessage(4004, LogLevel.Warning, "Round {Round}: its channel on {Platform} is gone, or may not be written to.")]
    public static partial void ChannelGone(ILogger logger, string round, string platform);

    [LoggerMessage(4003, LogLevel.Error, "Round {Round} could not be closed; it is tried again.")]
    public static partial void CloseFailed(ILogger logger, string round, Exception exception);
}
