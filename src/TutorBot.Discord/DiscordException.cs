using System.Net;
using TutorBot.Discord.Api;

namespace TutorBot.Discord;

/// <summary>Discord refused a request, or could not be reached.</summary>
/// <param name="route">Which request, without ids.</param>
/// <param name="status">The status of the answer; null where there was none.</param>
/// <param name="code">Discord's own code; 0 where it gave none.</param>
/// <param name="message">What it said.</param>
/// <param name="errors">What is wrong with which field of the body, as in <c>components[0].label: Must be 80 or fewer</c>.</param>
/// <param name="inner">What kept the answer away.</param>
public sealed class DiscordException(
    string route, HttpStatusCode? status, int code, string message, IReadOnlyList<string> errors, Exception? inner = null)
    : Exception(Describe(route, status, code, message, errors), inner)
{
    /// <summary>Which request, without ids.</summary>
    public string Route => route;

    /// <summary>The status of the answer; null where there was none: whether the work was done is not known then.</summary>
    public HttpStatusCode? Status => status;

    /// <summary>Discord's own code; 0 where it gave none. Source: Discord's opcodes and status codes, JSON error codes.</summary>
    public int Code => code;

    /// <summary>What is wrong with which field.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Whether the token is no longer accepted, so that nothing works.</summary>
    public bool IsTokenDead => status == HttpStatusCode.Unauthorized && code == 0;

    /// <summary>Whether the channel is gone, or we may not do that there: 10003, 10004, 50001, 50013.</summary>
    public bool IsChannelClosed => code is 10003 or 10004 or 50001 or 50013;

    /// <summary>Whether the message is gone: 10008.</summary>
    public bool IsMessageGone => code == 10008;

    /// <summary>Whether a message of over an hour was edited too often: 30046.</summary>
    public bool IsEditedTooOften => code == RequestLimits.TooManyEdits;

    /// <summary>Whether the person takes no messages of ours: 50007, 50278.</summary>
    public bool IsPersonClosed => code is 50007 or 50278;

    private static string Describe(string route, HttpStatusCode? status, int code, string message, IReadOnlyList<string> errors) =>
        $"{route}: {(status is { } known ? $"{(int)known} " : "")}{(code == 0 ? "" : $"({code}) ")}{message}{(errors.Count == 0 ? "" : $" [{string.Join("; ", errors)}]")}";
}
