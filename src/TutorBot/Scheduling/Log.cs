namespace TutorBot.Scheduling;

/// <summary>What this part logs: event ids from 5000.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Error, "Rounds could not be brought up to date; it is tried again in a moment.")]
    public static partial void UpdateFailed(ILogger logger, Exception exception);
}
