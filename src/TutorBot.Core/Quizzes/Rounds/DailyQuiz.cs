using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>
/// Does whatever is due: opens, closes, posts, edits. Calling it too often, twice at once or after a crash changes nothing:
/// the database decides whether something happens.
/// </summary>
public sealed class DailyQuiz(ISchedules schedules, RoundOpener opener, RoundCloser closer, PostPublisher publisher, IScheduleTimer timer, TimeProvider time)
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

    /// <summary>Closes rounds whose time has come, and brings every post up to date.</summary>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        await closer.CloseDueAsync(time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await publisher.PublishAsync(time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }
}
