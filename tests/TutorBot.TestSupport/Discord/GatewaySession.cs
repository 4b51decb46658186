using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>What outlives a connection: numbered events, kept for a resume.</summary>
internal sealed class GatewaySession(string id, int shard, int shards, long intents)
{
    private const int Kept = 5000;

    private readonly Queue<(long Number, JsonObject Frame)> _kept = [];

    public string Id => id;

    public long Number { get; private set; }

    public GatewayConnection? Connection { get; set; }

    /// <summary>Since when it has no connection; null while it has one.</summary>
    public DateTimeOffset? AloneSince { get; set; }

    public bool Takes(string? guildId, int wanted)
    {
        var itsShard = guildId is null ? 0 : (int)((ulong.Parse(guildId, CultureInfo.InvariantCulture) >> 22) % (ulong)shards);
        return itsShard == shard && (wanted == 0 || (intents & wanted) != 0);
    }

    /// <summary>Numbers an event, keeps it, and sends it if there is a connection.</summary>
    public void Dispatch(string name, JsonNode data, int times = 1, bool isFragmented = false, bool isSent = true)
    {
        var frame = new JsonObject { ["t"] = name, ["s"] = ++Number, ["op"] = 0, ["d"] = data };
        _kept.Enqueue((Number, frame));
        if (_kept.Count > Kept)
        {
            _kept.Dequeue();
        }

        for (var i = 0; isSent && i < times; i++)
        {
            Connection?.Send(frame, isFragmented);
        }
    }

    /// <summary>Sends what came after <paramref name="seen"/> once more.</summary>
    public void Replay(long seen)
    {
        foreach (var (_, frame) in _kept.Where(kept => kept.Number > seen))
        {
            Connection?.Send(frame, isFragmented: false);
        }
    }
}
