using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Finds the text that a message shows.</summary>
internal static class MessageText
{
    public static IEnumerable<string> Of(JsonObject message)
    {
        var embeds = (message["embeds"] as JsonArray ?? []).OfType<JsonObject>();
        return new[] { FormErrors.TextOf(message["content"]) }.Concat(embeds.SelectMany(OfEmbed)).OfType<string>()
            .Concat(OfComponents(message["components"])).Where(text => text.Length > 0);
    }

    /// <summary>All texts of an embed that count towards its message's 6,000 characters.</summary>
    public static IEnumerable<string?> OfEmbed(JsonObject embed)
    {
        yield return FormErrors.TextOf(embed["author"]?["name"]);
        yield return FormErrors.TextOf(embed["title"]);
        yield return FormErrors.TextOf(embed["description"]);
        foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            yield return FormErrors.TextOf(field["name"]);
            yield return FormErrors.TextOf(field["value"]);
        }

        yield return FormErrors.TextOf(embed["footer"]?["text"]);
    }

    private static IEnumerable<string> OfComponents(JsonNode? components) =>
        (components as JsonArray ?? []).OfType<JsonObject>().SelectMany(component =>
            (FormErrors.TextOf(component["content"]) is { } text ? new[] { text } : []).Concat(OfComponents(component["components"])));
}
