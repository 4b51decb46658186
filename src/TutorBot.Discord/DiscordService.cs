using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TutorBot.Discord.Api;
using TutorBot.Discord.Commands;
using TutorBot.Discord.Gateway;

namespace TutorBot.Discord;

/// <summary>Keeps the bot in Discord: registers its commands, holds its connections, hands on what people do.</summary>
internal sealed class DiscordService(
    DiscordOptions options, DiscordCalls calls, DiscordPlatform platform, CommandRegistration registration, DiscordEvents events, Func<double> jitter, TimeProvider time, ILogger<DiscordService> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenRegistrations = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await IntroduceAsync(stoppingToken).ConfigureAwait(false) is not var (application, address))
            {
                return;
            }

            var gate = new IdentifyGate(time, logger);
            var count = options.Shards > 0 ? options.Shards : Math.Max(1, address.Shards);
            var shards = Enumerable.Range(0, count)
                .Select(shard => new GatewayShard(new GatewayIdentity(options.Token, shard, count), calls.GatewayAsync, gate, events.Receive, jitter, time, logger)).ToList();
            await Task.WhenAll([.. shards.Select(shard => RunAsync(shard, stoppingToken)), RegisterAsync(application, stoppingToken), WatchAsync(shards, stoppingToken)]).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A stop.
        }
        finally
        {
            platform.IsConnected = false;
            await events.DoneAsync().WaitAsync(TimeSpan.FromSeconds(5), time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Asks Discord who we are until it says so; null where that is of no use.</summary>
    private async Task<(string Application, GatewayAddress Address)?> IntroduceAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                var application = await calls.ApplicationAsync(stoppingToken).ConfigureAwait(false);
                platform.SetOperators(application.Owners);
                return (application.Id, await calls.GatewayAsync(stoppingToken).ConfigureAwait(false));
            }
            catch (DiscordException e) when (e.IsTokenDead)
            {
                Log.Stopped(logger, CloseCode.Read(4004).Reason);
                return null;
            }
            catch (Exception e) when (e is DiscordException or JsonException or InvalidOperationException or KeyNotFoundException)
            {
                Log.Disconnected(logger, 0, e.Message.TrimEnd('.'), BetweenStarts);
                await Task.Delay(BetweenStarts, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RunAsync(GatewayShard shard, CancellationToken stoppingToken)
    {
        if (await shard.RunAsync(stoppingToken).ConfigureAwait(false) is { } reason)
        {
            Log.Stopped(logger, reason);
        }
    }

    private async Task RegisterAsync(string application, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await registration.RegisterAsync(application, stoppingToken).ConfigureAwait(false);
                return;
            }
            catch (DiscordException e)
            {
                Log.CommandsNotRegistered(logger, e);
                await Task.Delay(BetweenRegistrations, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>People can reach us while all connections are up.</summary>
    private async Task WatchAsync(IReadOnlyList<GatewayShard> shards, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        do
        {
            platform.IsConnected = shards.All(shard => shard.IsReady);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
