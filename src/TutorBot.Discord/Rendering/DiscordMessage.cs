using System.Globalization;
using System.Text.Json.Nodes;
using TutorBot.Discord.Api;

namespace TutorBot.Discord.Rendering;

/// <summary>What a message shows, in Discord's terms.</summary>
/// <param name="Embeds">Its boxes with text.</param>
/// <param name="Components">Its rows of buttons and menus.</param>
/// <param name="Files">What is uploaded with it.</param>
internal sealed record DiscordMessage(JsonArray Embeds, JsonArray Components, IReadOnlyList<ApiFile> Files)
{
    /// <summary>The body of a new message.</summary>
    /// <param name="flags">Discord's flags, as 64: only one person sees it.</param>
    public JsonObject AsNew(int flags)
    {
        var body = AsEdit();
        if (flags != 0)
        {
            body["flags"] = flags;
        }

        return body;
    }

    /// <summary>The body that makes an existing message show this and nothing else. Nobody is ever mentioned.</summary>
    public JsonObject AsEdit()
    {
        var body = new JsonObject
        {
            ["embeds"] = Embeds.DeepClone(),
            ["components"] = Components.DeepClone(),
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
        if (Files.Count > 0)
        {
            body["attachments"] = new JsonArray([.. Files.Select((file, i) => new JsonObject { ["id"] = i.ToString(CultureInfo.InvariantCulture), ["filename"] = file.Name })]);
        }

        return body;
    }
}
