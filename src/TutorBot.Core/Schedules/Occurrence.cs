using TutorBot.Core.Zones;

namespace TutorBot.Core.Schedules;

/// <summary>One date of a schedule: the same date in every channel, each at its own local time, one close for all.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Posts">One per channel, the earliest first.</param>
/// <param name="ClosesAt">The latest of the channels' closes: nothing is revealed anywhere before it.</param>
public sealed record Occurrence(DateOnly Date, IReadOnlyList<DuePost> Posts, DateTimeOffset ClosesAt)
{
    private static readonly TimeSpan LeastLate = TimeSpan.FromHours(2);

    /// <summary>When the first channel gets it.</summary>
    public DateTimeOffset OpensAt => Posts[0].At;

    /// <summary>
    /// Until when it is still worth posting in a channel that was missed: while two hours, or half of that channel's
    /// window if that is shorter, remain before the close.
    /// </summary>
    public DateTimeOffset LatestPost(DuePost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var half = (ClosesAt - post.At) / 2;
        return ClosesAt - (half < LeastLate ? half : LeastLate);
    }

    /// <summary>What a schedule does on a date, whether or not the date is one of its days and exists in its zones.</summary>
    public static Occurrence On(Schedule schedule, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var closeDate = schedule.CloseAt > schedule.PostAt ? date : date.AddDays(1);
        List<DuePost> posts = [.. schedule.Channels
            .Select(channel => new DuePost(channel, LocalClock.At(date, schedule.PostAt, LocalClock.Zone(channel.Zone))))
            .OrderBy(post => post.At)];
        return new Occurrence(
            date, posts, schedule.Channels.Max(channel => LocalClock.At(closeDate, schedule.CloseAt, LocalClock.Zone(channel.Zone))));
    }

    /// <summary>The occurrences whose first post is after an instant, in order, without end. Empty for a schedule without days.</summary>
    public static IEnumerable<Occurrence> After(Schedule schedule, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.Days == WeekDays.None)
        {
            yield break;
        }

        // Zones are at most 26 hours apart: two days earlier no post can lie after the instant.
        for (var date = DateOnly.FromDateTime(instant.UtcDateTime).AddDays(-2); ; date = date.AddDays(1))
        {
            if (Has(schedule, date) && On(schedule, date) is var occurrence && occurrence.OpensAt > instant)
            {
                yield return occurrence;
            }
        }
    }

    /// <summary>The last occurrence whose first post is at or before an instant; null for a schedule without days.</summary>
    public static Occurrence? Current(Schedule schedule, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var latest = DateOnly.FromDateTime(instant.UtcDateTime).AddDays(2);
        return Enumerable.Range(0, 12)
            .Select(back => latest.AddDays(-back))
            .Where(date => Has(schedule, date))
            .Select(date => On(schedule, date))
            .FirstOrDefault(occurrence => occurrence.OpensAt <= instant);
    }

    /// <summary>Whether a date is one of the days, exists in a channel's zone, and leaves time between post and close.</summary>
    private static bool Has(Schedule schedule, DateOnly date) =>
        schedule.Days.Includes(date)
        && schedule.Channels.Any(channel => LocalClock.HasDate(date, LocalClock.Zone(channel.Zone)))
        && On(schedule, date) is var occurrence
        && occurrence.ClosesAt > occurrence.OpensAt;
}
