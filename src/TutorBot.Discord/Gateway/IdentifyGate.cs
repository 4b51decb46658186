using Microsoft.Extensions.Logging;

namespace TutorBot.Discord.Gateway;

/// <summary>Lets connections begin new sessions one after the other: as many at once as Discord allows, never more than the day's budget.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to log.</param>
internal sealed class IdentifyGate(TimeProvider time, ILogger logger)
{
    /// <summary>Discord counts beginnings in windows of five seconds.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5.5);

    /// <summary>Below this many left something is wrong, and we slow down.</summary>
    private const int Few = 100;
    private static readonly TimeSpan WhenFew = TimeSpan.FromSeconds(30);
    private readonly Dictionary<int, DateTimeOffset> _next = [];
    private readonly Lock _lock = new();

    /// <summary>Waits until a connection may begin a session.</summary>
    /// <param name="shard">Its number.</param>
    /// <param name="budget">What Discord has just said.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitAsync(int shard, IdentifyBudget budget, CancellationToken cancellationToken)
    {
        if (budget.Remaining <= 0)
        {
            Log.NoSessionsLeft(logger, budget.ResetAfter);
            await Task.Delay(budget.ResetAfter, time, cancellationToken).ConfigureAwait(false);
        }
        else if (budget.Remaining < Few)
        {
            Log.FewSessionsLeft(logger, budget.Remaining);
            await Task.Delay(WhenFew, time, cancellationToken).ConfigureAwait(false);
        }

        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var key = shard % Math.Max(1, budget.Concurrency);
            var at = _next.TryGetValue(key, out var next) && next > now ? next : now;
            _next[key] = at + Window;
            wait = at - now;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
