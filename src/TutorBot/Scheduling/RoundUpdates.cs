using TutorBot.Core.Chat;
using TutorBot.Core.Privacy;
using TutorBot.Core.Quizzes.Reminders;
using TutorBot.Core.Quizzes.Reports;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Recaps;

namespace TutorBot.Scheduling;

/// <summary>
/// Between the times that Quartz knows: counters, posts that failed, rounds that are to be closed after a stop, reminders, recaps, reports, what is past its time; and the
/// minutes in which we were there. Never ends but with the worker.
/// </summary>
internal sealed class RoundUpdates(
    DailyQuiz quiz, Reminders reminders, WeeklyRecap recap, InboxNotices inbox, IPersonalData personal, IConnectionLog connections, IReadOnlyList<IPlatform> platforms, TimeProvider time, ILogger<RoundUpdates> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What became due while nobody ran comes first: with many schedules their times take a while.
        await TryAsync(quiz.CatchUpAsync, stoppingToken).ConfigureAwait(false);
        await Task.WhenAll(SetTimesAsync(stoppingToken), UpdateAsync(stoppingToken)).ConfigureAwait(false);
    }

    private async Task SetTimesAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenTries, time);
        while (!await TryAsync(quiz.SetTimesAsync, stoppingToken).ConfigureAwait(false))
        {
            await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task UpdateAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        long minute = 0;
        do
        {
            await TryAsync(quiz.UpdateAsync, stoppingToken).ConfigureAwait(false);
            var now = time.GetUtcNow();
            if (now.ToUnixTimeSeconds() / 60 is var current && current != minute)
            {
                minute = current;
                await TryAsync(token => NoteAsync(now, token), stoppingToken).ConfigureAwait(false);
                await TryAsync(quiz.CatchUpAsync, stoppingToken).ConfigureAwait(false);
                await TryAsync(reminders.SendAsync, stoppingToken).ConfigureAwait(false);
                await TryAsync(recap.PublishAsync, stoppingToken).ConfigureAwait(false);
                await TryAsync(inbox.SendAsync, stoppingToken).ConfigureAwait(false);
                await TryAsync(token => personal.ExpireAsync(now, token), stoppingToken).ConfigureAwait(false);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task NoteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var platform in platforms.Where(platform => platform.IsConnected))
        {
            await connections.NoteAsync(platform.Name, now, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether it was done.</summary>
    private async Task<bool> TryAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await act(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && e.GetBaseException() is OperationCanceledException)
        {
            // Quartz wraps it into an exception of its own.
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
#pragma warning disable CA1031 // It is tried again in a moment: a full disk or a lost connection must not end it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.UpdateFailed(logger, e);
            return false;
        }
    }
}
