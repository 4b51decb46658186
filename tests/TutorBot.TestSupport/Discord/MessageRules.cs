using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>What Discord checks in a message's body.</summary>
internal sealed class MessageRules(FormErrors errors, string prefix)
{
    private static readonly string[] MentionKinds = ["users", "roles", "everyone"];
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".webp", ".gif"];

    private readonly ComponentRules _components = new(errors);

    /// <summary>Checks a body before anything is done.</summary>
    /// <param name="existing">The message that is edited; null for a new one.</param>
    public void Check(JsonObject body, IReadOnlyList<FakeFile> files, FakeMessage? existing)
    {
        var flags = FormErrors.NumberOf(body["flags"]) ?? 0;
        var isV2 = ((flags | (long)(uint)(existing?.Flags ?? 0)) & FakeMessage.V2) != 0;
        errors.Number(At("flags"), body["flags"], 0, int.MaxValue);
        errors.Text(At("content"), body["content"], 0, 2000);
        Embeds(body["embeds"]);
        AllowedMentions(body["allowed_mentions"] as JsonObject);
        var names = Attachments(body["attachments"], files, existing);
        PictureLinks(body["embeds"], names);
        if (isV2)
        {
            var content = body.ContainsKey("content") ? body["content"] : existing?.Shown["content"];
            var embeds = body.ContainsKey("embeds") ? body["embeds"] : existing?.Shown["embeds"];
            if (FormErrors.TextOf(content) is { Length: > 0 })
            {
                errors.Add(At("content"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }

            if (embeds is JsonArray { Count: > 0 })
            {
                errors.Add(At("embeds"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }

        _components.Message(body["components"], isV2, At("components"));
    }

    /// <summary>Whether nothing in it would show.</summary>
    public static bool IsEmpty(JsonObject shown) =>
        string.IsNullOrWhiteSpace(FormErrors.TextOf(shown["content"])) && shown["embeds"] is not JsonArray { Count: > 0 }
        && shown["components"] is not JsonArray { Count: > 0 } && shown["attachments"] is not JsonArray { Count: > 0 };

    public void Nonce(JsonNode? nonce)
    {
        if (nonce is not null && FormErrors.NumberOf(nonce) is null)
        {
            errors.Text(At("nonce"), nonce, 0, 25);
        }
    }

    private string At(string field) => prefix.Length == 0 ? field : $"{prefix}.{field}";

    private void Embeds(JsonNode? node)
    {
        var embeds = errors.List(At("embeds"), node, 0, 10);
        var total = 0;
        foreach (var (i, embed) in embeds.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{At("embeds")}.{i}");
            errors.Text($"{path}.title", embed["title"], 0, 256);
            errors.Text($"{path}.description", embed["description"], 0, 4096);
            errors.Number($"{path}.color", embed["color"], 0, 0xFFFFFF);
            errors.Text($"{path}.footer.text", embed["footer"]?["text"], 1, 2048, embed["footer"] is not null);
            errors.Text($"{path}.author.name", embed["author"]?["name"], 1, 256, embed["author"] is not null);
            if (embed["timestamp"] is { } timestamp && !DateTimeOffset.TryParse(FormErrors.TextOf(timestamp), CultureInfo.InvariantCulture, out _))
            {
                errors.Add($"{path}.timestamp", "DATE_TIME_TYPE_PARSE", "Could not parse. Should be ISO8601.");
            }

            Link($"{path}.url", embed["url"], allowsAttachment: false);
            foreach (var picture in (string[])["image", "thumbnail"])
            {
                Link($"{path}.{picture}.url", embed[picture]?["url"], allowsAttachment: true);
            }

            foreach (var (j, field) in errors.List($"{path}.fields", embed["fields"], 0, 25).Index())
            {
                errors.Text(string.Create(CultureInfo.InvariantCulture, $"{path}.fields.{j}.name"), field["name"], 1, 256, isRequired: true);
                errors.Text(string.Create(CultureInfo.InvariantCulture, $"{path}.fields.{j}.value"), field["value"], 1, 1024, isRequired: true);
            }

            total += MessageText.OfEmbed(embed).OfType<string>().Sum(FormErrors.LengthOf);
        }

        if (total > 6000)
        {
            errors.Add(At("embeds"), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
    }

    private void Link(string path, JsonNode? node, bool allowsAttachment)
    {
        if (FormErrors.TextOf(node) is { Length: > 0 } link && !(Uri.TryCreate(link, UriKind.Absolute, out var uri)
            && (uri.Scheme is "http" or "https" || (allowsAttachment && uri.Scheme == "attachment"))))
        {
            errors.Add(path, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https').");
        }
    }

    private void AllowedMentions(JsonObject? mentions)
    {
        if (mentions is null)
        {
            return;
        }

        var parse = (mentions["parse"] as JsonArray ?? []).Select(FormErrors.TextOf).ToList();
        foreach (var (i, kind) in parse.Index())
        {
            if (!MentionKinds.Contains(kind))
            {
                errors.Choices(string.Create(CultureInfo.InvariantCulture, $"{At("allowed_mentions")}.parse.{i}"), "'everyone', 'roles', 'users'");
            }
        }

        foreach (var kind in (string[])["users", "roles"])
        {
            if (mentions[kind] is JsonArray { Count: > 0 } ids)
            {
                if (parse.Contains(kind))
                {
                    errors.Add(At("allowed_mentions"), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
                }

                if (ids.Count > 100)
                {
                    errors.BadLength($"{At("allowed_mentions")}.{kind}", 0, 100);
                }
            }
        }
    }

    private HashSet<string> Attachments(JsonNode? node, IReadOnlyList<FakeFile> files, FakeMessage? existing)
    {
        var kept = (existing?.Shown["attachments"] as JsonArray ?? []).ToDictionary(old => FormErrors.TextOf(old?["id"]) ?? "", old => FormErrors.TextOf(old?["filename"]) ?? "");
        var names = files.Select(file => file.Name).ToHashSet();
        if (files.Count > 10)
        {
            errors.BadLength(At("files"), 0, 10);
        }

        foreach (var file in files.Where(file => file.Content.Length > 10 * 1024 * 1024))
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{At("files")}.{file.Index}"), "BASE_TYPE_MAX_LENGTH", "Must be 10485760 or fewer in length.");
        }

        if (node is null)
        {
            return [.. names, .. kept.Values];
        }

        foreach (var (i, attachment) in errors.List(At("attachments"), node, 0, 10).Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{At("attachments")}.{i}");
            var id = FormErrors.TextOf(attachment["id"]) ?? FormErrors.NumberOf(attachment["id"])?.ToString(CultureInfo.InvariantCulture);
            errors.Text($"{path}.description", attachment["description"], 0, 1024);
            if (id is not null && kept.TryGetValue(id, out var name))
            {
                names.Add(name);
            }
            else if (!files.Any(file => file.Index.ToString(CultureInfo.InvariantCulture) == id))
            {
                errors.Add($"{path}.id", "ATTACHMENT_NOT_FOUND", "Attachment data not found");
            }
            else if (FormErrors.TextOf(attachment["filename"]) is { } renamed)
            {
                names.Add(renamed);
            }
        }

        return names;
    }

    private void PictureLinks(JsonNode? embeds, HashSet<string> names)
    {
        foreach (var (i, embed) in (embeds as JsonArray ?? []).OfType<JsonObject>().Index())
        {
            foreach (var picture in (string[])["image", "thumbnail"])
            {
                if (FormErrors.TextOf(embed[picture]?["url"]) is { } link && link.StartsWith("attachment://", StringComparison.Ordinal)
                    && !(names.Contains(link["attachment://".Length..]) && Pictures.Any(ending => link.EndsWith(ending, StringComparison.OrdinalIgnoreCase))))
                {
                    errors.Add(string.Create(CultureInfo.InvariantCulture, $"{At("embeds")}.{i}.{picture}.url"), "URL_TYPE_INVALID_URL", "The attachment was not found or is no picture.");
                }
            }
        }
    }
}
