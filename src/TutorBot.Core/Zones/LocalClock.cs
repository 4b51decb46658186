namespace TutorBot.Core.Zones;

/// <summary>Turns what a wall clock shows in a zone into an instant, and back.</summary>
public static class LocalClock
{
    private static readonly TimeSpan Probe = TimeSpan.FromDays(1.5);

    /// <summary>
    /// The instant at which the clocks of a zone show a date and time: where they show it twice (clocks go back), the
    /// first; where they never do (clocks go forward, or a whole day is left out), the first instant after the gap.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var wall = date.ToDateTime(time, DateTimeKind.Unspecified);
        var asUtc = new DateTimeOffset(wall, TimeSpan.Zero);
        // What the offset was before and after any change near this time: Samoa once moved by a whole day.
        var before = zone.GetUtcOffset(asUtc - Probe);
        var after = zone.GetUtcOffset(asUtc + Probe);
        DateTimeOffset? first = null;
        foreach (var offset in (ReadOnlySpan<TimeSpan>)[before, after])
        {
            var instant = asUtc - offset;
            if (zone.GetUtcOffset(instant) == offset && (first is null || instant < first))
            {
                first = instant;
            }
        }

        return first ?? Change(zone, asUtc - Probe, asUtc + Probe, before);
    }

    /// <summary>Whether the clocks of a zone ever show a date: Samoa left one out when it changed sides of the date line.</summary>
    public static bool HasDate(DateOnly date, TimeZoneInfo zone) =>
        At(date, TimeOnly.MinValue, zone) < At(date.AddDays(1), TimeOnly.MinValue, zone);

    /// <summary>The date that the clocks of a zone show at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
    }

    /// <summary>The zone of an IANA id, or null where this machine knows none of that name.</summary>
    public static TimeZoneInfo? FindZone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    /// <summary>The zone of an IANA id that was checked when it came in.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine's zone data lacks it: it was brought from another machine.</exception>
    public static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    /// <summary>The first instant with another offset than <paramref name="before"/>, to the second, which zone changes keep to.</summary>
    private static DateTimeOffset Change(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to, TimeSpan before)
    {
        var (low, high) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == before)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return DateTimeOffset.FromUnixTimeSeconds(high);
    }
}
