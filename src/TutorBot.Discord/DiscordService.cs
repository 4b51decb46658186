using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TutorBot.Discord.Api;
using TutorBot.Discord.Commands;
using TutorBot.Discord.Gateway;

namespace TutorBot.Discord;

/// <summary>Keeps the bot in Discord: registers its commands, holds its connections, hands on what people do.</summary>
internal sealed class DiscordService(
    DiscordCalls calls, DiscordPlatform platform, CommandRegistration registration, Shards shards, DiscordEvents events, TimeProvider time, ILogger<DiscordService> logger) : BackgroundService
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

            var made = shards.Make(address.Shards);
            await Task.WhenAll([.. made.Select(shard => RunAsync(shard, stoppingToken)), RegisterAsync(application, stoppingToken), WatchAsync(made, stoppingToken)]).ConfigureAwait(false);
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

    private async Task RunAsync(LeasedShard shard, CancellationToken stoppingToken)
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

    /// <summary>People can reach us while all connections are up that are this worker's.</summary>
    private async Task WatchAsync(IReadOnlyList<LeasedShard> made, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        do
        {
            platform.IsConnected = made.Any(shard => shard.IsHeld) && made.All(shard => !shard.IsHeld || shard.IsReady);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
