using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>
/// Does whatever is due: opens, closes, posts, edits. Calling it too often, twice at once or after a crash changes nothing:
/// the database decides whether something happens.
/// </summary>
public sealed class DailyQuiz(
    ISchedules schedules, IRounds rounds, RoundOpener opener, RoundCloser closer, PostPublisher publisher, IScheduleTimer timer, TimeProvider time)
{
    /// <summary>What is due for one schedule; then its next times are set.</summary>
    public async Task RunAsync(ScheduleId id, CancellationToken cancellationToken)
    {
        try
        {
            await opener.OpenDueAsync(id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            await UpdateAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (await schedules.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } schedule)
            {
                await timer.SetAsync(schedule, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await timer.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Looks for rounds that should be open and are not: whatever happened to the timer (a laptop that slept, a clock that
    /// was set), they are posted within a minute of being noticed.
    /// </summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = (await rounds.OpenAsync(null, cancellationToken).ConfigureAwait(false)).Select(round => (round.Schedule, round.Date)).ToHashSet();
        foreach (var schedule in await schedules.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!schedule.IsPaused && Occurrence.Current(schedule, now) is { } occurrence && occurrence.OpensAt >= schedule.ActiveFrom
                && occurrence.Posts.Any(post => now <= occurrence.LatestPost(post)) && !open.Contains((schedule.Id, occurrence.Date)))
            {
                await RunAsync(schedule.Id, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The next times of every schedule, should the timer have lost them.</summary>
    public async Task SetTimesAsync(CancellationToken cancellationToken) =>
        await timer.SetAllAsync(await schedules.AllAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Closes rounds whose time has come, and brings every post up to date.</summary>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        await closer.CloseDueAsync(time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await publisher.PublishAsync(cancellationToken).ConfigureAwait(false);
    }
}
