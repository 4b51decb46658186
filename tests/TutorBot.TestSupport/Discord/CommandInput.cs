using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Fills in a registered command as Discord's own client does, and refuses what it refuses.</summary>
internal sealed class CommandInput(World world, JsonObject command, FakeGuild? guild)
{
    private readonly JsonObject _resolved = [];

    /// <summary>The kind of the focused option: text or number.</summary>
    public string? FocusedKind { get; private set; }

    /// <summary>The interaction's data.</summary>
    /// <param name="steps">After the command's name: nothing, a sub-command, or a group and a sub-command.</param>
    /// <param name="focused">The option that is being typed; null for a command that was sent.</param>
    public JsonObject Build(IReadOnlyList<string> steps, IReadOnlyList<(string Name, object Value)> values, string? focused)
    {
        var data = new JsonObject { ["id"] = command["id"]?.DeepClone(), ["name"] = command["name"]?.DeepClone(), ["type"] = 1 };
        if (command["guild_id"] is { } guildId)
        {
            data["guild_id"] = guildId.DeepClone();
        }

        data["options"] = Options(command, steps, values, focused);
        if (data["options"] is JsonArray { Count: 0 } && focused is null)
        {
            data.Remove("options");
        }

        if (_resolved.Count > 0)
        {
            data["resolved"] = _resolved;
        }

        return data;
    }

    private JsonArray Options(JsonObject parent, IReadOnlyList<string> steps, IReadOnlyList<(string Name, object Value)> values, string? focused)
    {
        var known = (parent["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (steps.Count > 0)
        {
            var step = known.FirstOrDefault(option => FormErrors.TextOf(option["name"]) == steps[0] && FormErrors.NumberOf(option["type"]) is 1 or 2)
                ?? throw new DiscordRefusedException($"/{command["name"]} has no sub-command {steps[0]}.");
            return new JsonArray(new JsonObject { ["name"] = steps[0], ["type"] = step["type"]?.DeepClone(), ["options"] = Options(step, [.. steps.Skip(1)], values, focused) });
        }

        if (known.Any(option => FormErrors.NumberOf(option["type"]) is 1 or 2))
        {
            throw new DiscordRefusedException($"/{command["name"]} needs a sub-command.");
        }

        if (focused is null && known.FirstOrDefault(option => FormErrors.IsTrue(option["required"]) && values.All(value => value.Name != FormErrors.TextOf(option["name"]))) is { } missing)
        {
            throw new DiscordRefusedException($"/{command["name"]} needs the option {missing["name"]}.");
        }

        return new JsonArray([.. values.Select(value => (JsonNode)Option(
            known.FirstOrDefault(option => FormErrors.TextOf(option["name"]) == value.Name) ?? throw new DiscordRefusedException($"/{command["name"]} has no option {value.Name}."),
            value.Name, value.Value, focused))]);
    }

    private JsonObject Option(JsonObject option, string name, object value, string? focused)
    {
        var type = FormErrors.NumberOf(option["type"]) ?? 0;
        var json = new JsonObject { ["name"] = name, ["type"] = type };
        if (name == focused)
        {
            if (!FormErrors.IsTrue(option["autocomplete"]))
            {
                throw new DiscordRefusedException($"The option {name} has no autocomplete.");
            }

            FocusedKind = type == 3 ? "text" : "number";
            json["focused"] = true;
            json["value"] = Convert.ToString(value, CultureInfo.InvariantCulture);
            return json;
        }

        json["value"] = type switch
        {
            3 when value is string text => Text(option, name, text),
            4 when value is int or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            5 when value is bool flag => JsonValue.Create(flag),
            6 or 9 when value is FakeUser user => Resolve(user),
            7 when value is FakeChannel channel => Resolve(channel),
            8 or 9 when value is FakeRole role => Resolve("roles", role.Id, role.ToJson(1)),
            10 when value is int or long or double => JsonValue.Create(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            _ => throw new DiscordRefusedException($"The option {name} of type {type} does not take {value}."),
        };
        CheckRange(option, name, json["value"]);
        return json;
    }

    private static void CheckRange(JsonObject option, string name, JsonNode? value)
    {
        if (value is null || value.GetValueKind() != JsonValueKind.Number)
        {
            return;
        }

        var number = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
        if ((option["min_value"] is { } least && number < double.Parse(least.ToJsonString(), CultureInfo.InvariantCulture))
            || (option["max_value"] is { } most && number > double.Parse(most.ToJsonString(), CultureInfo.InvariantCulture)))
        {
            throw new DiscordRefusedException($"The option {name} does not take {number}.");
        }
    }

    private static JsonValue Text(JsonObject option, string name, string text)
    {
        var choices = (option["choices"] as JsonArray ?? []).Select(choice => FormErrors.TextOf(choice?["value"])).ToList();
        var isFitting = text.Length <= (FormErrors.NumberOf(option["max_length"]) ?? 6000) && text.Length >= (FormErrors.NumberOf(option["min_length"]) ?? 0);
        return (choices.Count == 0 || choices.Contains(text)) && isFitting ? JsonValue.Create(text)
            : throw new DiscordRefusedException($"The option {name} does not take \"{text}\".");
    }

    private JsonNode Resolve(FakeUser user)
    {
        Resolve("users", user.Id, user.ToJson());
        if (guild?.MemberOf(user.Id) is { } member)
        {
            var json = member.ToJson(withUser: false);
            json["permissions"] = guild.RightsOf(user.Id).ToString(CultureInfo.InvariantCulture);
            Resolve("members", user.Id, json);
        }

        return user.Id;
    }

    private JsonNode Resolve(FakeChannel channel) => Resolve("channels", channel.Id, new JsonObject
    {
        ["id"] = channel.Id, ["name"] = channel.Name, ["type"] = channel.Type, ["permissions"] = channel.RightsOf(world.Bot.Id).ToString(CultureInfo.InvariantCulture),
        ["parent_id"] = null, ["flags"] = 0,
    });

    private JsonNode Resolve(string kind, string id, JsonObject json)
    {
        _resolved[kind] ??= new JsonObject();
        _resolved[kind]!.AsObject()[id] = json;
        return id;
    }
}
