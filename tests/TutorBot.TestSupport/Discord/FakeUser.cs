using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>A person, or the bot's own user.</summary>
public sealed class FakeUser
{
    private readonly World _world;

    internal FakeUser(World world, string id, string name, bool isBot) => (_world, Id, Name, IsBot) = (world, id, name, isBot);

    /// <summary>A snowflake in decimal digits.</summary>
    public string Id { get; }

    /// <summary>The unique name.</summary>
    public string Name { get; }

    /// <summary>The name that shows; null shows <see cref="Name"/>.</summary>
    public string? DisplayName { get; set; }

    public string Locale { get; set; } = "en-GB";

    public bool IsBot { get; }

    /// <summary>If false, a message to this person is refused with 50007.</summary>
    public bool AcceptsDirectMessages { get; set; } = true;

    /// <summary>The channel between this person and the bot.</summary>
    public FakeChannel DirectMessages => _world.DirectMessagesOf(this);

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id, ["username"] = Name, ["discriminator"] = IsBot ? "0001" : "0", ["global_name"] = DisplayName, ["avatar"] = null,
            ["avatar_decoration_data"] = null, ["banner"] = null, ["accent_color"] = null, ["public_flags"] = 0, ["flags"] = 0,
        };
        if (IsBot)
        {
            json["bot"] = true;
        }

        return json;
    }
}
