using System.Text.Json.Nodes;

namespace TutorBot.Discord.Api;

/// <summary>A request to Discord.</summary>
/// <param name="Route">Where to.</param>
/// <param name="Body">The JSON, or null: none.</param>
internal sealed record ApiRequest(ApiRoute Route, JsonNode? Body = null)
{
    /// <summary>Files that go along.</summary>
    public IReadOnlyList<ApiFile> Files { get; init; } = [];

    /// <summary>Appended to the path, without the question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether it may be sent again where it is not known if it was done. Reading, replacing and deleting may be; creating only under a nonce.</summary>
    public bool IsRepeatable { get; init; } = Route.Method != HttpMethod.Post;

    /// <summary>Whether the path holds a token of its own: then Discord counts it to no limit of the bot, and wants no token besides.</summary>
    public bool IsByInteraction { get; init; }

    /// <summary>How long one try may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(15);
}
