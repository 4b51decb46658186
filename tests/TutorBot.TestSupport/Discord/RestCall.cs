using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>One request as a handler sees it.</summary>
internal sealed record RestCall(
    IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Query, JsonNode? Body, IReadOnlyList<FakeFile> Files)
{
    /// <summary>The body, which has to be an object.</summary>
    public JsonObject Form => Body as JsonObject ?? (Body is null ? [] : throw NotADictionary());

    public string this[string parameter] => Parameters[parameter];

    public bool IsSet(string query) => Query.TryGetValue(query, out var value) && value is "true" or "1" or "True";

    private static DiscordError NotADictionary()
    {
        var errors = new FormErrors();
        errors.Add("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        try
        {
            errors.ThrowIfAny();
            return DiscordError.InvalidJson();
        }
        catch (DiscordError error)
        {
            return error;
        }
    }
}
