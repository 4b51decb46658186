using System.Text.Json.Nodes;

namespace TutorBot.Discord.Gateway;

/// <summary>Who connects, and for which servers.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="Shard">The number of this connection, from 0.</param>
/// <param name="Shards">How many there are.</param>
internal sealed record GatewayIdentity(string Token, int Shard, int Shards)
{
    /// <summary>Being told of servers and channels that come and go; interactions come whatever is asked for. Nothing privileged, and no messages.</summary>
    public const int Intents = 1;

    /// <summary>What begins a session.</summary>
    public JsonObject Identify() => new()
    {
        ["token"] = Token,
        ["intents"] = Intents,
        ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "tutorbot", ["device"] = "tutorbot" },
        ["shard"] = new JsonArray(Shard, Shards),
    };

    /// <summary>What goes on with one.</summary>
    public JsonObject Resume(GatewaySession session) => new()
    {
        ["token"] = Token,
        ["session_id"] = session.Id,
        ["seq"] = session.Sequence,
    };

    /// <inheritdoc/>
    public override string ToString() => $"shard {Shard} of {Shards}";
}
