using Microsoft.Extensions.Logging;

namespace TutorBot.Core.Retrieval.Phrasing;

/// <summary>What phrasing logs: event ids from 2000. Never a question's or an answer's text.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Warning, "The model that phrases answers failed ({Kind}); the card's own words were shown.")]
    public static partial void PhrasingFailed(ILogger logger, string kind);

    [LoggerMessage(2001, LogLevel.Information, "A phrasing was refused ({Reason}); the card's own words were shown.")]
    public static partial void PhrasingRefused(ILogger logger, string reason);
}
