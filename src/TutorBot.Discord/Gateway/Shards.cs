using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Discord.Api;

namespace TutorBot.Discord.Gateway;

/// <summary>Makes this worker's connections to the gateway.</summary>
internal sealed class Shards(
    DiscordOptions options, DiscordCalls calls, DiscordEvents events, ILeases leases, RandomSource random, Func<double> jitter, TimeProvider time, ILogger<Shards> logger)
{
    /// <summary>All of them, not connected yet.</summary>
    /// <param name="proposed">How many Discord proposes, for where the settings do not say.</param>
    public IReadOnlyList<LeasedShard> Make(int proposed)
    {
        var gate = new IdentifyGate(time, logger);
        var count = options.Shards > 0 ? options.Shards : Math.Max(1, proposed);
        var holder = random.NewId();
        return [.. Enumerable.Range(0, count).Select(shard => new LeasedShard(
            new GatewayShard(new GatewayIdentity(options.Token, shard, count), calls.GatewayAsync, gate, events.Receive, jitter, time, logger), shard, leases, holder, time, logger))];
    }
}
