namespace TutorBot.Core.Zones;

/// <summary>
/// The weeks of a group: Monday 00:00 to Monday 00:00 by the clocks of its zone. When the zone changes, the week that is
/// open keeps its bounds and the next one begins where it ends, so that no instant is in two weeks or in none.
/// </summary>
public sealed class GroupCalendar
{
    private readonly List<(DateOnly From, TimeZoneInfo Zone)> _zones;

    /// <summary>The calendar of these zones.</summary>
    /// <param name="zones">At least one; in any order.</param>
    public GroupCalendar(IReadOnlyList<GroupZone> zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentOutOfRangeException.ThrowIfZero(zones.Count);
        _zones = [.. zones.OrderBy(zone => zone.From).Select(zone => (zone.From, LocalClock.Zone(zone.Zone)))];
    }

    /// <summary>The week that begins on a Monday.</summary>
    public Week WeekOf(DateOnly monday) => new(monday, StartOf(monday), StartOf(monday.AddDays(7)));

    /// <summary>The week that holds an instant.</summary>
    public Week WeekAt(DateTimeOffset instant)
    {
        var utc = DateOnly.FromDateTime(instant.UtcDateTime);
        var monday = MondayOf(utc);
        if (instant < StartOf(monday))
        {
            monday = monday.AddDays(-7);
        }
        else if (instant >= StartOf(monday.AddDays(7)))
        {
            monday = monday.AddDays(7);
        }

        return WeekOf(monday);
    }

    /// <summary>The Monday on or before a date.</summary>
    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    /// <summary>By the zone of the week before, so that an open week keeps its end.</summary>
    private DateTimeOffset StartOf(DateOnly monday) => LocalClock.At(monday, TimeOnly.MinValue, ZoneIn(monday.AddDays(-7)));

    private TimeZoneInfo ZoneIn(DateOnly monday)
    {
        var last = _zones.FindLastIndex(zone => zone.From <= monday);
        return _zones[Math.Max(last, 0)].Zone;
    }
}
