using System.Globalization;
using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;

namespace TutorBot.Discord.Gateway;

/// <summary>Of several workers on one database only the holder of a shard's lease connects it; the others wait for their turn.</summary>
/// <param name="shard">The connection.</param>
/// <param name="number">The shard's number.</param>
/// <param name="leases">Where the workers agree.</param>
/// <param name="holder">Names this worker.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to log.</param>
internal sealed class LeasedShard(GatewayShard shard, int number, ILeases leases, string holder, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"discord/{number}");
    private volatile bool _isHeld;

    /// <summary>Whether this worker is the one.</summary>
    public bool IsHeld => _isHeld;

    /// <summary>Whether a session is going on here.</summary>
    public bool IsReady => shard.IsReady;

    /// <summary>Runs until it is stopped, or until Discord says what no new try would mend.</summary>
    /// <returns>What the operator has to mend; null after a stop.</returns>
    public async Task<string?> RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            while (!await TryHoldAsync(otherwise: false, stopping).ConfigureAwait(false))
            {
                await Task.Delay(BetweenLooks, time, stopping).ConfigureAwait(false);
            }

            using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var keeping = KeepAsync(lost);
            try
            {
                var reason = await shard.RunAsync(lost.Token).ConfigureAwait(false);
                if (reason is not null || stopping.IsCancellationRequested)
                {
                    return reason;
                }
            }
            finally
            {
                await lost.CancelAsync().ConfigureAwait(false);
                await keeping.ConfigureAwait(false);
                await ReleaseAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Keeps the lease; where another worker has it after all, this one lets go of the connection.</summary>
    private async Task KeepAsync(CancellationTokenSource lost)
    {
        try
        {
            do
            {
                await Task.Delay(BetweenLooks, time, lost.Token).ConfigureAwait(false);
            }
            while (await TryHoldAsync(otherwise: true, lost.Token).ConfigureAwait(false));

            await lost.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            // It ends.
        }
    }

    /// <summary>While the database cannot be reached nobody else gets the lease either: whoever has it goes on.</summary>
    private async Task<bool> TryHoldAsync(bool otherwise, CancellationToken cancellationToken)
    {
        try
        {
            var now = time.GetUtcNow();
            return _isHeld = await leases.TryHoldAsync(_name, holder, now, now + Lifetime, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageUnavailableException e)
        {
            Log.LeaseUnknown(logger, number, e);
            return otherwise;
        }
    }

    private async Task ReleaseAsync()
    {
        _isHeld = false;
        try
        {
            await leases.ReleaseAsync(_name, holder, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StorageUnavailableException e)
        {
            // It runs out by itself.
            Log.LeaseUnknown(logger, number, e);
        }
    }
}
