using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>A person in a server.</summary>
public sealed class FakeMember
{
    private readonly DateTimeOffset _joined;

    internal FakeMember(FakeUser user, DateTimeOffset joined) => (User, _joined) = (user, joined);

    public FakeUser User { get; }

    /// <summary>The name in this server; null if none was set.</summary>
    public string? Nick { get; set; }

    /// <summary>Besides @everyone.</summary>
    public IList<FakeRole> Roles { get; } = [];

    internal JsonObject ToJson(bool withUser = true)
    {
        var json = new JsonObject
        {
            ["nick"] = Nick, ["avatar"] = null, ["banner"] = null, ["roles"] = new JsonArray([.. Roles.Select(role => (JsonNode)role.Id)]),
            ["joined_at"] = World.Timestamp(_joined), ["premium_since"] = null, ["deaf"] = false, ["mute"] = false, ["pending"] = false,
            ["communication_disabled_until"] = null, ["flags"] = 0,
        };
        if (withUser)
        {
            json["user"] = User.ToJson();
        }

        return json;
    }
}
