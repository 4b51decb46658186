using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace TutorBot.Discord.Gateway;

/// <summary>Keeps one connection to the gateway up: goes on with its session, begins new ones, waits longer the more often it fails.</summary>
/// <param name="identity">Who connects.</param>
/// <param name="address">Asks Discord where its gateway is; may throw, then it is asked again later.</param>
/// <param name="gate">Lets new sessions begin.</param>
/// <param name="received">Told of each dispatch, in order; returns at once.</param>
/// <param name="jitter">A number of [0, 1).</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to log.</param>
internal sealed class GatewayShard(
    GatewayIdentity identity, Func<CancellationToken, Task<GatewayAddress>> address, IdentifyGate gate, Action<string, JsonElement> received, Func<double> jitter,
    TimeProvider time, ILogger logger)
{
    /// <summary>A session that could not be gone on with so often is given up: some are stuck for minutes while a new one works at once.</summary>
    private const int MostFailedResumes = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>A connection that was ready for so long was a good one.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(1);
    private GatewayConnection? _connection;

    /// <summary>Whether a session is going on.</summary>
    public bool IsReady => Volatile.Read(ref _connection)?.IsReady == true;

    /// <summary>Runs until it is stopped, or until Discord says what no new try would mend.</summary>
    /// <returns>What the operator has to mend; null after a stop.</returns>
    public async Task<string?> RunAsync(CancellationToken stopping)
    {
        GatewaySession? session = null;
        var (failures, failedResumes) = (0, 0);
        while (!stopping.IsCancellationRequested)
        {
            ConnectionEnd end;
            try
            {
                end = await ConnectAsync(session, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return null;
            }
            catch (DiscordException e) when (e.IsTokenDead)
            {
                return CloseCode.Read(4004).Reason;
            }
            catch (Exception e) when (e is DiscordException or HttpRequestException or OperationCanceledException or JsonException)
            {
                end = new ConnectionEnd(session is null ? NextStep.Identify : NextStep.Resume, $"Discord does not say where its gateway is ({e.Message.TrimEnd('.')})", session);
            }

            if (stopping.IsCancellationRequested)
            {
                return null;
            }

            if (end.Next == NextStep.Stop)
            {
                return end.Reason;
            }

            failedResumes = session is not null && end.ReadyFor is null ? failedResumes + 1 : 0;
            session = end.Next == NextStep.Resume && failedResumes < MostFailedResumes ? end.Session : null;
            failedResumes = session is null ? 0 : failedResumes;
            failures = end.ReadyFor >= Good ? 0 : failures + 1;
            var wait = Wait(failures);
            Log.Disconnected(logger, identity.Shard, end.Reason, wait > end.Pause ? wait : end.Pause);
            await DelayAsync(wait > end.Pause ? wait : end.Pause, stopping).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<ConnectionEnd> ConnectAsync(GatewaySession? session, CancellationToken stopping)
    {
        Uri url;
        if (session is null)
        {
            var known = await address(stopping).ConfigureAwait(false);
            await gate.WaitAsync(identity.Shard, known.Budget, stopping).ConfigureAwait(false);
            url = known.Url;
        }
        else
        {
            url = session.ResumeUrl;
        }

        using var connection = new GatewayConnection(identity, session, received, jitter, time, logger);
        Volatile.Write(ref _connection, connection);
        try
        {
            return await connection.RunAsync(url, stopping).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _connection, null);
        }
    }

    /// <summary>
    /// At once after the first failure, then a quarter of a second, twice that, and so on to a minute, each up to a quarter longer:
    /// what people did in the meantime is sent again, and can be answered within three seconds.
    /// </summary>
    private TimeSpan Wait(int failures)
    {
        if (failures <= 1)
        {
            return TimeSpan.Zero;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(failures - 2, 10));
        return (wait < LongestWait ? wait : LongestWait) * (1 + (jitter() / 4));
    }

    private async Task DelayAsync(TimeSpan wait, CancellationToken stopping)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await Task.Delay(wait, time, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop ends by itself.
        }
    }
}
