using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>A button or menu of a message, or a field of a modal.</summary>
/// <param name="Type">Discord's component type: 2 button, 3 menu, 4 text and so on.</param>
/// <param name="CustomId">As the bot gave it.</param>
/// <param name="Label">Of the button, or the menu's placeholder; empty if none.</param>
/// <param name="IsDisabled">Whether it shows grey.</param>
/// <param name="Style">1 to 4 for buttons, 1 or 2 for text fields, 0 for others.</param>
/// <param name="Options">The values of a menu.</param>
public sealed record FakeComponent(int Type, string CustomId, string Label, bool IsDisabled, int Style, IReadOnlyList<string> Options)
{
    /// <summary>The least number of values of a menu.</summary>
    public int LeastValues { get; private init; } = 1;

    /// <summary>The greatest number of values of a menu.</summary>
    public int MostValues { get; private init; } = 1;

    internal int NumberInMessage { get; private init; }

    internal JsonObject Json { get; private init; } = [];

    internal static IEnumerable<FakeComponent> In(JsonNode? components)
    {
        foreach (var json in (components as JsonArray ?? []).OfType<JsonObject>())
        {
            if (FormErrors.TextOf(json["custom_id"]) is { } customId)
            {
                yield return Read(json, customId);
            }

            foreach (var nested in In(json["components"]).Concat(In(json["accessory"] is { } accessory ? new JsonArray(accessory.DeepClone()) : null))
                .Concat(In(json["component"] is { } component ? new JsonArray(component.DeepClone()) : null)))
            {
                yield return nested;
            }
        }
    }

    private static FakeComponent Read(JsonObject json, string customId) => new(
        Number(json, "type", 0), customId, FormErrors.TextOf(json["label"]) ?? FormErrors.TextOf(json["placeholder"]) ?? "", FormErrors.IsTrue(json["disabled"]),
        Number(json, "style", 0), [.. (json["options"] as JsonArray ?? []).Select(option => FormErrors.TextOf(option?["value"])).OfType<string>()])
    {
        LeastValues = Number(json, "min_values", 1), MostValues = Number(json, "max_values", 1), NumberInMessage = Number(json, "id", 0), Json = json,
    };

    private static int Number(JsonObject json, string name, int otherwise) => (int)(FormErrors.NumberOf(json[name]) ?? otherwise);
}
