using System.Globalization;

namespace TutorBot.Core.Zones;

/// <summary>Zones and times as people read them.</summary>
public static class ZoneText
{
    /// <summary><c>Europe/Berlin</c> → <c>Berlin</c>.</summary>
    public static string CityOf(string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
    }

    /// <summary><c>in 6 h</c>, <c>in 2 days</c>, <c>in 5 min</c>; "now" below half a minute.</summary>
    public static string In(TimeSpan span) => span.TotalMinutes switch
    {
        < 0.5 => "now",
        < 90 => string.Create(CultureInfo.InvariantCulture, $"in {Math.Max(1, Math.Round(span.TotalMinutes)):0} min"),
        < 36 * 60 => string.Create(CultureInfo.InvariantCulture, $"in {Math.Round(span.TotalHours):0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"in {Math.Round(span.TotalDays):0} days"),
    };

    /// <summary><c>Mon 7 Dec, 09:30</c>.</summary>
    public static string Day(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);
}
