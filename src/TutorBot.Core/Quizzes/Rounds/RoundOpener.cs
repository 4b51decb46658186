using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Opens the rounds of schedules when they are due.</summary>
public sealed class RoundOpener(ISchedules schedules, IRounds rounds, RoundMaker maker)
{
    /// <summary>
    /// Opens the round of the schedule's current date, if it is due, not out yet and not too late: after a stop it is
    /// posted late while two hours, or half the window if that is shorter, remain; else that date is left out.
    /// </summary>
    /// <returns>The round that was opened, or null.</returns>
    public async Task<Round?> OpenDueAsync(ScheduleId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { IsPaused: false } schedule
            || Occurrence.Current(schedule, now) is not { } occurrence
            || occurrence.OpensAt < schedule.ActiveFrom)
        {
            return null;
        }

        var round = await OpenAsync(schedule, occurrence, RoundKind.Daily, now, cancellationToken).ConfigureAwait(false);
        if (round is not null && await maker.MakeThrowbackAsync(schedule, round, now, cancellationToken).ConfigureAwait(false) is { } throwback)
        {
            // No message of its own: whoever has answered the day's round finds it in the private reply.
            await rounds.TryOpenAsync(throwback, [], cancellationToken).ConfigureAwait(false);
        }

        return round;
    }

    /// <summary>Opens a round of an occurrence; null where it is out already, left out, too late or has no card.</summary>
    public async Task<Round?> OpenAsync(Schedule schedule, Occurrence occurrence, RoundKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(occurrence);
        var inTime = occurrence.Posts.Where(post => now <= occurrence.LatestPost(post)).ToList();
        if (inTime.Count == 0
            || (kind != RoundKind.Practice && await IsOutAsync(schedule, occurrence, cancellationToken).ConfigureAwait(false))
            || await maker.MakeAsync(schedule, occurrence, kind, now, cancellationToken).ConfigureAwait(false) is not { } round)
        {
            return null;
        }

        var posts = inTime.ConvertAll(post => new Post(round.Id, post.Channel.Channel, post.Channel.Zone, post.At, null, PostState.Waiting, 0, null));
        return await rounds.TryOpenAsync(round, posts, cancellationToken).ConfigureAwait(false) ? round : null;
    }

    /// <summary>
    /// Posts at once, in all channels: today's round, if today has one that is neither out nor too late; else a practice
    /// round with a window of the same length. Null where no question can be made.
    /// </summary>
    public async Task<Round?> OpenNowAsync(Schedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var today = LocalClock.DateAt(now, LocalClock.Zone(schedule.Channels[0].Zone));
        var planned = Occurrence.On(schedule, today);
        var atOnce = planned with { Posts = [.. planned.Posts.Select(post => post with { At = now })] };
        if (schedule.Days.Includes(today)
            && now <= planned.LatestPost(planned.Posts[0])
            && await OpenAsync(schedule, atOnce, RoundKind.Daily, now, cancellationToken).ConfigureAwait(false) is { } daily)
        {
            return daily;
        }

        var practice = atOnce with { ClosesAt = now + (planned.ClosesAt - planned.OpensAt) };
        return await OpenAsync(schedule, practice, RoundKind.Practice, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the date's round is out already, or the date left out.</summary>
    private async Task<bool> IsOutAsync(Schedule schedule, Occurrence occurrence, CancellationToken cancellationToken) =>
        (await schedules.SkippedAsync(schedule.Id, occurrence.Date, cancellationToken).ConfigureAwait(false)).Contains(occurrence.Date)
        || (await rounds.LastAsync(schedule.Id, 10, cancellationToken).ConfigureAwait(false))
            .Any(round => round.Date == occurrence.Date && round.Kind == RoundKind.Daily);
}
