using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Tests.Zones;

public sealed class GroupCalendarTests
{
    private static readonly DateOnly Start = new(2026, 1, 5);

    private static readonly string[] Zones =
        ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "Etc/GMT+12", "Etc/UTC"];

    private static readonly Gen<GroupZone[]> Changes =
        from first in Gen.Elements(Zones)
        from changes in (from week in Gen.Choose(0, 60) from zone in Gen.Elements(Zones) select new GroupZone(Start.AddDays(7 * week), zone)).ListOf()
        select (GroupZone[])[new GroupZone(DateOnly.MinValue, first), .. changes.DistinctBy(change => change.From).Take(5)];

    [Property]
    public Property WeekAt_AnyInstant_IsInThatWeekAlone() => Prop.ForAll(
        Changes.ToArbitrary(), Gen.Choose(0, 60 * 7 * 24 * 60).ToArbitrary(), (zones, minutes) =>
        {
            var calendar = new GroupCalendar(zones);
            var instant = new DateTimeOffset(Start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minutes);
            var week = calendar.WeekAt(instant);
            return week.From <= instant && instant < week.To
                && week.Monday.DayOfWeek == DayOfWeek.Monday
                && calendar.WeekOf(week.Monday) == week
                && calendar.WeekOf(week.Monday.AddDays(7)).From == week.To
                && calendar.WeekOf(week.Monday.AddDays(-7)).To == week.From
                && calendar.WeekAt(week.From) == week
                && calendar.WeekAt(week.To) == calendar.WeekOf(week.Monday.AddDays(7));
        });

    [Theory]
    [InlineData("2026-03-23", 167)]
    [InlineData("2026-10-19", 169)]
    [InlineData("2026-03-30", 168)]
    public void WeekOf_ChangeOfClocks_IsAnHourShorterOrLonger(string monday, double hours)
    {
        var week = new GroupCalendar([new GroupZone(DateOnly.MinValue, "Europe/Berlin")]).WeekOf(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(hours, (week.To - week.From).TotalHours);
    }

    [Fact]
    public void WeekOf_ZoneChange_KeepsTheOpenWeeksEnd()
    {
        var calendar = new GroupCalendar([new GroupZone(new DateOnly(2026, 3, 9), "America/New_York"), new GroupZone(DateOnly.MinValue, "Europe/Berlin")]);

        Assert.Equal(new DateTimeOffset(2026, 3, 8, 23, 0, 0, TimeSpan.Zero), calendar.WeekOf(new DateOnly(2026, 3, 2)).To);
        Assert.Equal(new DateTimeOffset(2026, 3, 16, 4, 0, 0, TimeSpan.Zero), calendar.WeekOf(new DateOnly(2026, 3, 9)).To);
    }

    [Fact]
    public void GroupCalendar_NoZone_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new GroupCalendar([]));
}
