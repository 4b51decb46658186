using System.Text.Json;
using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Core.Welcome;
using TutorBot.Discord.Interactions;

namespace TutorBot.Discord;

/// <summary>Takes in what the gateway tells, in order and at once; the work goes on beside it.</summary>
internal sealed class DiscordEvents(InteractionHandler handler, FirstWord firstWord, Departures departures, TimeProvider time, ILogger<DiscordEvents> logger)
{
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromSeconds(1);
    private readonly RecentIds _recent = new();
    private readonly HashSet<Task> _running = [];
    private readonly Lock _lock = new();
    private Task _servers = Task.CompletedTask;
    private int _isSkewTold;

    /// <summary>Something happened.</summary>
    /// <param name="type">What, as Discord names it.</param>
    /// <param name="data">Its payload.</param>
    public void Receive(string type, JsonElement data)
    {
        var received = time.GetTimestamp();
        try
        {
            switch (type)
            {
                case "INTERACTION_CREATE" when DiscordInteraction.Read(data) is { } interaction && _recent.TryAdd(interaction.Id):
                    TellSkew(interaction);
                    Start(type, () => handler.HandleAsync(interaction, received, CancellationToken.None));
                    break;
                case "GUILD_CREATE":
                    var channel = new ChannelRef(DiscordPlatform.PlatformName, DiscordInteraction.Text(data, "id"), DiscordInteraction.Text(data, "system_channel_id"));
                    StartInOrder(type, () => firstWord.ArriveAsync(channel, CancellationToken.None));
                    break;
                case "GUILD_DELETE" when !IsUnavailable(data):
                    var guild = DiscordInteraction.Text(data, "id");
                    StartInOrder(type, () => departures.LeaveAsync(DiscordPlatform.PlatformName, guild, CancellationToken.None));
                    break;
                case "READY" when data.TryGetProperty("guilds", out var guilds) && guilds.ValueKind == JsonValueKind.Array:
                    var present = guilds.EnumerateArray().Select(one => DiscordInteraction.Text(one, "id")).ToHashSet(StringComparer.Ordinal);
                    var (shard, count) = ShardOf(data);
                    StartInOrder(type, () => departures.CompareAsync(DiscordPlatform.PlatformName, present, id => Snowflake.ShardOf(id, count) == shard, CancellationToken.None));
                    break;
                default:
                    break;
            }
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            Log.EventFailed(logger, type, e);
        }
    }

    /// <summary>Until what is worked on is done.</summary>
    public Task DoneAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_running);
        }
    }

    /// <summary>Discord is in trouble there: nobody removed us.</summary>
    private static bool IsUnavailable(JsonElement guild) => guild.TryGetProperty("unavailable", out var unavailable) && unavailable.ValueKind == JsonValueKind.True;

    private static (int Shard, int Count) ShardOf(JsonElement ready) =>
        ready.TryGetProperty("shard", out var shard) && shard.ValueKind == JsonValueKind.Array && shard.GetArrayLength() == 2 ? (shard[0].GetInt32(), shard[1].GetInt32()) : (0, 1);

    private void TellSkew(DiscordInteraction interaction)
    {
        if (interaction.At is { } at && (time.GetUtcNow() - at).Duration() is var skew && skew > AllowedSkew && Interlocked.Exchange(ref _isSkewTold, 1) == 0)
        {
            Log.ClockSkew(logger, skew);
        }
    }

    private void Start(string type, Func<Task> work) => Keep(Task.Run(() => TryAsync(type, work)));

    /// <summary>Servers come and go: what happens to one must not overtake what happened to it before.</summary>
    private void StartInOrder(string type, Func<Task> work)
    {
        lock (_lock)
        {
            var before = _servers;
            _servers = Task.Run(async () =>
            {
                await before.ConfigureAwait(false);
                await TryAsync(type, work).ConfigureAwait(false);
            });
            Keep(_servers);
        }
    }

    private void Keep(Task task)
    {
        lock (_lock)
        {
            _running.Add(task);
        }

        task.ContinueWith(
            done =>
            {
                lock (_lock)
                {
                    _running.Remove(done);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    private async Task TryAsync(string type, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One thing's trouble must not end the others; the next connection, or the next command, makes up for it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.EventFailed(logger, type, e);
        }
    }
}
