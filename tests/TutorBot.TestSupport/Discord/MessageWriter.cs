using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TutorBot.TestSupport.Discord;

/// <summary>Turns the bodies that the bot sends into messages as they show.</summary>
internal sealed partial class MessageWriter(World world)
{
    private static readonly string[] AllKinds = ["users", "roles", "everyone"];

    /// <summary>Checks the body and posts it.</summary>
    /// <param name="prefix">Where the body stands in the request, for errors; empty at the top.</param>
    /// <param name="visibleTo">The one person who sees it; null for all.</param>
    public FakeMessage Post(FakeChannel channel, JsonObject body, IReadOnlyList<FakeFile> files, string prefix, string? visibleTo, FakeInteraction? source)
    {
        var errors = new FormErrors();
        var rules = new MessageRules(errors, prefix);
        rules.Check(body, files, null);
        rules.Nonce(body["nonce"]);
        errors.ThrowIfAny();
        var message = new FakeMessage(world, channel, world.Bot, [], visibleTo) { Source = source };
        var shown = Render(body, files, message, [], isInteraction: source is not null);
        if (MessageRules.IsEmpty(shown))
        {
            throw DiscordError.EmptyMessage();
        }

        message.Show(shown, files);
        channel.Add(message);
        return message;
    }

    /// <summary>Posts "thinking…".</summary>
    public FakeMessage PostLoading(FakeInteraction source, string? visibleTo)
    {
        var message = new FakeMessage(world, source.Channel, world.Bot, [], visibleTo) { Source = source };
        message.Show(new JsonObject
        {
            ["content"] = "", ["embeds"] = new JsonArray(), ["components"] = new JsonArray(), ["attachments"] = new JsonArray(),
            ["flags"] = FakeMessage.Loading | (visibleTo is null ? 0 : FakeMessage.Ephemeral),
        }, []);
        source.Channel.Add(message);
        return message;
    }

    /// <summary>Checks the body and changes the message by it: fields that it lacks stay.</summary>
    public FakeMessage Edit(FakeMessage message, JsonObject body, IReadOnlyList<FakeFile> files, string prefix)
    {
        var errors = new FormErrors();
        new MessageRules(errors, prefix).Check(body, files, message);
        errors.ThrowIfAny();
        var shown = Render(body, files, message, message.Shown, isInteraction: message.Source is not null);
        if (MessageRules.IsEmpty(shown))
        {
            throw DiscordError.EmptyMessage();
        }

        if ((message.Flags & FakeMessage.Loading) == 0)
        {
            message.EditCount++;
            message.Edited = world.Now;
        }

        message.Show(shown, files);
        return message;
    }

    private JsonObject Render(JsonObject body, IReadOnlyList<FakeFile> files, FakeMessage message, JsonObject before, bool isInteraction)
    {
        var flags = (FormErrors.NumberOf(before["flags"]) ?? (message.IsEphemeral ? FakeMessage.Ephemeral : 0)) & ~FakeMessage.Loading;
        flags |= (FormErrors.NumberOf(body["flags"]) ?? 0) & (FakeMessage.SuppressEmbeds | FakeMessage.Silent | FakeMessage.V2);
        var shown = new JsonObject
        {
            ["content"] = (body.ContainsKey("content") ? FormErrors.TextOf(body["content"]) : FormErrors.TextOf(before["content"]))?.Trim() ?? "",
            ["embeds"] = List(body, before, "embeds"), ["components"] = List(body, before, "components"),
            ["attachments"] = Attachments(body, before, files, message), ["flags"] = flags,
        };
        foreach (var embed in shown["embeds"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            embed["type"] = "rich";
        }

        var number = 0;
        Number(shown["components"], ref number);
        message.AllowedMentions = body["allowed_mentions"] is { } mentions ? JsonSerializer.SerializeToElement(mentions) : null;
        message.Pings = [.. PingsOf(shown, body["allowed_mentions"] as JsonObject, isInteraction)];
        shown["mentions"] = new JsonArray([.. message.Pings.Where(world.Users.ContainsKey).Select(id => (JsonNode)world.Users[id].ToJson())]);
        return shown;
    }

    private static JsonNode List(JsonObject body, JsonObject before, string name) =>
        (body.ContainsKey(name) ? body[name] : before[name])?.DeepClone() ?? new JsonArray();

    private JsonArray Attachments(JsonObject body, JsonObject before, IReadOnlyList<FakeFile> files, FakeMessage message)
    {
        var old = (before["attachments"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(attachment => FormErrors.TextOf(attachment["id"]) ?? "");
        var described = (body["attachments"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var kept = body["attachments"] is null ? old.Values : described.Select(one => old.GetValueOrDefault(FormErrors.TextOf(one["id"]) ?? "")).OfType<JsonObject>();
        return new JsonArray([.. kept.Select(one => one.DeepClone()), .. files.Select(file =>
        {
            var about = described.FirstOrDefault(one => one["id"]?.ToString() == file.Index.ToString(CultureInfo.InvariantCulture));
            var id = world.NextId();
            var url = $"https://cdn.discordapp.com/attachments/{message.Channel.Id}/{id}/{file.Name}?ex=0&is=0&hm=0&";
            return (JsonNode)new JsonObject
            {
                ["id"] = id, ["filename"] = file.Name, ["size"] = file.Content.Length, ["url"] = url, ["proxy_url"] = url,
                ["content_type"] = file.ContentType, ["description"] = about?["description"]?.DeepClone(),
            };
        })]);
    }

    private static void Number(JsonNode? components, ref int last)
    {
        foreach (var component in (components as JsonArray ?? []).OfType<JsonObject>())
        {
            last++;
            if (FormErrors.NumberOf(component["id"]) is null or 0)
            {
                component["id"] = last;
            }

            Number(component["components"], ref last);
            if (component["accessory"] is JsonObject accessory)
            {
                accessory["id"] ??= ++last;
            }
        }
    }

    /// <summary>Whom the text rings for: ids of people and roles, or "everyone".</summary>
    private static IEnumerable<string> PingsOf(JsonObject shown, JsonObject? allowed, bool isInteraction)
    {
        var text = string.Join('\n', MessageText.Of(new JsonObject { ["content"] = shown["content"]?.DeepClone(), ["components"] = shown["components"]?.DeepClone() }));
        var kinds = allowed is null ? isInteraction ? ["users"] : AllKinds : [.. (allowed["parse"] as JsonArray ?? []).Select(FormErrors.TextOf).OfType<string>()];
        bool May(string kind, string id) => kinds.Contains(kind) || (allowed?[kind] as JsonArray ?? []).Any(entry => FormErrors.TextOf(entry) == id);
        var named = Mention().Matches(text).Select(match => (Kind: match.Groups[1].Value == "&" ? "roles" : "users", Id: match.Groups[2].Value))
            .Where(mention => May(mention.Kind, mention.Id)).Select(mention => mention.Id);
        return (kinds.Contains("everyone") && Everyone().IsMatch(text) ? named.Append("everyone") : named).Distinct();
    }

    [GeneratedRegex(@"<@([!&]?)(\d+)>")]
    private static partial Regex Mention();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex Everyone();
}
