using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.Discord.Interactions;

/// <summary>A form with one line to type, which a button opens: Discord's modal. Source: Discord's component reference, label and text input.</summary>
internal static class TypedForm
{
    private const int OpenForm = 9;
    private const int Label = 18;
    private const int TextInput = 4;
    private const int OneLine = 1;
    private const int LongestAnswer = 200;

    /// <summary>The callback that opens it.</summary>
    /// <param name="id">Comes back with what was typed: the id of the button.</param>
    /// <param name="asked">What is to be typed.</param>
    public static JsonObject Open(string id, string asked) => new()
    {
        ["type"] = OpenForm,
        ["data"] = new JsonObject
        {
            ["custom_id"] = id,
            ["title"] = "Your answer",
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = Label,
                ["label"] = asked,
                ["component"] = new JsonObject { ["type"] = TextInput, ["custom_id"] = "typed", ["style"] = OneLine, ["max_length"] = LongestAnswer },
            }),
        },
    };

    /// <summary>What was typed, from the data of what was sent; empty where there is nothing.</summary>
    public static string Read(JsonElement data)
    {
        if (data.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String)
        {
            return value.GetString() ?? "";
        }

        IEnumerable<JsonElement> inner = data.TryGetProperty("component", out var component) ? [component]
            : data.TryGetProperty("components", out var components) && components.ValueKind == JsonValueKind.Array ? [.. components.EnumerateArray()] : [];
        return inner.Select(Read).FirstOrDefault(text => text.Length > 0) ?? "";
    }
}
