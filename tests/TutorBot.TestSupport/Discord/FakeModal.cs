using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>A form that the bot opened for one person.</summary>
public sealed class FakeModal
{
    internal FakeModal(FakeInteraction source, JsonElement json)
    {
        (Source, Json) = (source, json);
        Fields = FakeComponent.In(JsonNode.Parse(json.GetProperty("components").GetRawText())).ToList();
    }

    /// <summary>What opened it.</summary>
    public FakeInteraction Source { get; }

    /// <summary>As the bot sent it.</summary>
    public JsonElement Json { get; }

    public string CustomId => Json.GetProperty("custom_id").GetString() ?? "";

    public string Title => Json.GetProperty("title").GetString() ?? "";

    /// <summary>What can be filled in.</summary>
    public IReadOnlyList<FakeComponent> Fields { get; }

    /// <summary>The components as they come back, filled in.</summary>
    /// <exception cref="DiscordRefusedException">A value does not fit its field, or there is no such field.</exception>
    internal JsonArray Submit(IReadOnlyList<(string CustomId, string Value)> values)
    {
        if (values.FirstOrDefault(value => Fields.All(field => field.CustomId != value.CustomId)) is { CustomId: { } unknown })
        {
            throw new DiscordRefusedException($"The modal {CustomId} has no field {unknown}.");
        }

        var number = 0;
        return new JsonArray([.. Json.GetProperty("components").EnumerateArray().Select(component => (JsonNode)Filled(JsonNode.Parse(component.GetRawText())!.AsObject(), values, ref number))]);
    }

    private static JsonObject Filled(JsonObject component, IReadOnlyList<(string CustomId, string Value)> values, ref int number)
    {
        var result = new JsonObject { ["type"] = component["type"]?.DeepClone(), ["id"] = ++number };
        if (component["components"] is JsonArray inner)
        {
            var filled = new JsonArray();
            foreach (var one in inner.OfType<JsonObject>())
            {
                filled.Add((JsonNode)Filled(one, values, ref number));
            }

            result["components"] = filled;
        }
        else if (component["component"] is JsonObject labelled)
        {
            result["component"] = Filled(labelled, values, ref number);
        }
        else if (FormErrors.TextOf(component["custom_id"]) is { } customId)
        {
            var given = values.Where(value => value.CustomId == customId).Select(value => value.Value).ToList();
            result["custom_id"] = customId;
            if (FormErrors.NumberOf(component["type"]) == 4)
            {
                result["value"] = Text(component, customId, given.FirstOrDefault() ?? FormErrors.TextOf(component["value"]) ?? "");
            }
            else
            {
                result["values"] = new JsonArray([.. given.Select(value => (JsonNode)value)]);
            }
        }

        return result;
    }

    private static string Text(JsonObject input, string customId, string value)
    {
        var length = FormErrors.LengthOf(value);
        var isRequired = input["required"] is not { } required || FormErrors.IsTrue(required);
        if ((isRequired && length == 0) || length > (FormErrors.NumberOf(input["max_length"]) ?? 4000) || (length > 0 && length < (FormErrors.NumberOf(input["min_length"]) ?? 0)))
        {
            throw new DiscordRefusedException($"The field {customId} does not take {length} characters.");
        }

        return value;
    }
}
