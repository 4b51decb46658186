using Microsoft.Extensions.Logging;

namespace TutorBot.Discord;

/// <summary>What this adapter logs: event ids from 6000. Never a token, a name or a text.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Information, "Discord: connection {Shard} is up ({How}).")]
    public static partial void Connected(ILogger logger, int shard, string how);

    [LoggerMessage(6001, LogLevel.Warning, "Discord: connection {Shard} ended: {Reason}. The next try is in {Wait}.")]
    public static partial void Disconnected(ILogger logger, int shard, string reason, TimeSpan wait);

    [LoggerMessage(6002, LogLevel.Error, "Discord is off until the tutor is started anew: {Reason}")]
    public static partial void Stopped(ILogger logger, string reason);

    [LoggerMessage(6003, LogLevel.Error, "Discord: no new session may be begun for {Wait}: the bot was started too often today.")]
    public static partial void NoSessionsLeft(ILogger logger, TimeSpan wait);

    [LoggerMessage(6004, LogLevel.Warning, "Discord: only {Remaining} new sessions are left today; beginning them more slowly.")]
    public static partial void FewSessionsLeft(ILogger logger, int remaining);

    [LoggerMessage(6005, LogLevel.Warning, "Discord limits requests: waiting {Wait} ({Scope}, {Route}).")]
    public static partial void Limited(ILogger logger, TimeSpan wait, string scope, string route);

    [LoggerMessage(6006, LogLevel.Error, "Discord blocks this address for a while: no request for {Wait}.")]
    public static partial void Blocked(ILogger logger, TimeSpan wait);

    [LoggerMessage(6007, LogLevel.Warning, "Discord: a request failed and is tried again ({Route}: {Reason}).")]
    public static partial void Retried(ILogger logger, string route, string reason);

    [LoggerMessage(6008, LogLevel.Error, "Discord: an interaction could not be handled.")]
    public static partial void InteractionFailed(ILogger logger, Exception exception);

    [LoggerMessage(6009, LogLevel.Warning, "Discord: an interaction was answered too late, {Age} after it came ({Code}).")]
    public static partial void TooLate(ILogger logger, TimeSpan age, int code);

    [LoggerMessage(6010, LogLevel.Warning, "Discord's clock and ours differ by {Skew}; Discord's counts.")]
    public static partial void ClockSkew(ILogger logger, TimeSpan skew);

    [LoggerMessage(6011, LogLevel.Information, "Discord: {Count} commands registered.")]
    public static partial void CommandsRegistered(ILogger logger, int count);

    [LoggerMessage(6012, LogLevel.Error, "Discord: the commands could not be registered; those that were stay. It is tried again in an hour.")]
    public static partial void CommandsNotRegistered(ILogger logger, Exception exception);

    [LoggerMessage(6013, LogLevel.Error, "Discord refused a request of ours ({Route}): {Problem}")]
    public static partial void Refused(ILogger logger, string route, string problem);

    [LoggerMessage(6015, LogLevel.Warning, "Discord: whether connection {Shard} is this worker's cannot be told while the database cannot be reached.")]
    public static partial void LeaseUnknown(ILogger logger, int shard, Exception exception);

    [LoggerMessage(6014, LogLevel.Error, "Discord: something that happened could not be taken in ({Type}).")]
    public static partial void EventFailed(ILogger logger, string type, Exception exception);
}
