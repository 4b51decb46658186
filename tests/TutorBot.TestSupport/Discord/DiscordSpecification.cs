using System.Text.Json;
using System.Text.Json.Nodes;
using TutorBot.TestSupport.Schemas;

namespace TutorBot.TestSupport.Discord;

/// <summary>Judges the bodies of requests by Discord's own description, without the errors of it that we know.</summary>
public static class DiscordSpecification
{
    private const string File = "tests/data/specs/discord/openapi.subset.json";

    private static readonly JsonElement Corrected = Load();
    private static readonly JsonSchema Schemas = new(Corrected);

    /// <summary>The description by which bodies are judged.</summary>
    public static JsonElement Document => Corrected;

    /// <summary>What is wrong with a request, each with its JSON path; empty: nothing.</summary>
    /// <param name="method"><c>POST</c>, in any case.</param>
    /// <param name="route">As the description writes it: <c>/channels/{channel_id}/messages</c>.</param>
    /// <param name="body">Its JSON, in a multipart form that of <c>payload_json</c>; null: it has none.</param>
    public static IReadOnlyList<string> Validate(string method, string route, JsonElement? body)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (!(Corrected.GetProperty("paths").TryGetProperty(route, out var path) && path.TryGetProperty(method.ToLowerInvariant(), out var request)))
        {
            return ["the specification knows no such request"];
        }

        if (!request.TryGetProperty("requestBody", out var described))
        {
            return body is null ? [] : ["this request has no body"];
        }

        return body is { } json
            ? Schemas.Validate(json, described.GetProperty("content").GetProperty("application/json").GetProperty("schema"))
            : described.TryGetProperty("required", out var required) && required.GetBoolean() ? ["this request needs a body"] : [];
    }

    private static JsonElement Load()
    {
        var document = JsonNode.Parse(System.IO.File.ReadAllText(Repository.PathOf(File))) ?? throw new InvalidDataException(File);
        foreach (var error in DiscordSpecificationError.Known)
        {
            error.Correct(document);
        }

        return JsonSerializer.SerializeToElement(document);
    }
}
