using TutorBot.Core.Zones;

namespace TutorBot.Core.Tests.Zones;

/// <summary>Against what the clocks of a zone show minute by minute.</summary>
public sealed class LocalClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28", "2026-10-24")]
    [InlineData("America/New_York", "2026-03-07", "2026-10-31")]
    [InlineData("Australia/Lord_Howe", "2026-04-04", "2026-10-03")]
    [InlineData("Asia/Kathmandu", "1985-12-31", "2026-03-28")]
    [InlineData("Pacific/Apia", "2011-12-29", "2011-09-23")]
    [InlineData("Etc/UTC", "2026-03-28", "2026-10-24")]
    public void At_EachMinuteAroundAChange_IsTheFirstInstantThatShowsItOrMore(string id, string one, string other)
    {
        var zone = LocalClock.Zone(id);
        foreach (var start in (DateOnly[])[Date(one), Date(other)])
        {
            var shown = Shown(zone, start);
            for (var minute = 0; minute < 3 * 1440; minute++)
            {
                var wall = start.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
                var expected = shown.TryGetValue(wall, out var first) ? first : AfterTheGap(shown, wall);
                Assert.Equal(expected, LocalClock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), zone));
            }
        }
    }

    [Fact]
    public void At_DateThatSamoaLeftOut_IsTheStartOfTheNext() => Assert.Equal(
        new DateTimeOffset(2011, 12, 30, 10, 0, 0, TimeSpan.Zero),
        LocalClock.At(new DateOnly(2011, 12, 30), new TimeOnly(9, 30), LocalClock.Zone("Pacific/Apia")));

    [Theory]
    [InlineData("Pacific/Kiritimati", 2)]
    [InlineData("Etc/GMT+12", 0)]
    public void DateAt_EndsOfTheWorld_Differ(string zone, int later) => Assert.Equal(
        new DateOnly(2026, 3, 1).AddDays(later),
        LocalClock.DateAt(new DateTimeOffset(2026, 3, 2, 11, 0, 0, TimeSpan.Zero), LocalClock.Zone(zone)));

    [Fact]
    public void FindZone_Unknown_IsNull() => Assert.Null(LocalClock.FindZone("Mars/Olympus_Mons"));

    /// <summary>For each wall time that the clocks show in five days the first instant at which they do.</summary>
    private static Dictionary<DateTime, DateTimeOffset> Shown(TimeZoneInfo zone, DateOnly start)
    {
        var shown = new Dictionary<DateTime, DateTimeOffset>();
        var from = new DateTimeOffset(start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-1);
        for (var minute = 0; minute < 6 * 1440; minute++)
        {
            var instant = from.AddMinutes(minute);
            shown.TryAdd(TimeZoneInfo.ConvertTime(instant, zone).DateTime, instant);
        }

        return shown;
    }

    private static DateTimeOffset AfterTheGap(Dictionary<DateTime, DateTimeOffset> shown, DateTime wall) =>
        shown.Where(pair => pair.Key > wall).Min(pair => pair.Value);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
