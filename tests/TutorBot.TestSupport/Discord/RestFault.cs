using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Something that goes wrong with one request.</summary>
public sealed record RestFault
{
    private RestFault(RestFaultKind kind) => Kind = kind;

    internal RestFaultKind Kind { get; }

    internal int Status { get; private init; }

    internal TimeSpan Time { get; private init; }

    internal string Scope { get; private init; } = "";

    internal JsonObject? Body { get; private init; }

    /// <summary>The connection is cut before anything is done.</summary>
    public static RestFault Cut { get; } = new(RestFaultKind.Cut);

    /// <summary>The work is done, then the connection is cut instead of the answer.</summary>
    public static RestFault LostAnswer { get; } = new(RestFaultKind.LostAnswer);

    /// <summary>Cloudflare's ban: 429 with HTML, without JSON and without any X-RateLimit header.</summary>
    public static RestFault CloudflareBan { get; } = new(RestFaultKind.CloudflareBan);

    /// <summary>Nothing is done and 500, 502, 503 or the like answered, with no JSON.</summary>
    public static RestFault ServerError(int status = 503) => new(RestFaultKind.ServerError) { Status = status };

    /// <summary>The work is done, but 500, 503 or the like answered.</summary>
    public static RestFault ServerErrorAfterWork(int status = 503) => new(RestFaultKind.ServerErrorAfterWork) { Status = status };

    /// <summary>Discord refuses with this code; nothing is done.</summary>
    public static RestFault Refuse(int status, int code, string message) =>
        new(RestFaultKind.Refuse) { Status = status, Body = new JsonObject { ["message"] = message, ["code"] = code } };

    /// <summary>Work begins later, by the fake's clock.</summary>
    public static RestFault Delay(TimeSpan time) => new(RestFaultKind.Delay) { Time = time };

    /// <summary>429.</summary>
    /// <param name="scope">user, global or shared.</param>
    public static RestFault RateLimit(string scope, TimeSpan retryAfter) => new(RestFaultKind.RateLimit) { Status = 429, Scope = scope, Time = retryAfter };
}
