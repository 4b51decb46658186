using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Tests.Schedules;

public sealed class OccurrenceTests
{
    private static readonly TimeOnly HalfPastNine = new(9, 30);

    [Theory]
    [InlineData("Europe/Berlin", 2026, 365)]
    [InlineData("America/New_York", 2026, 365)]
    [InlineData("Asia/Kathmandu", 2026, 365)]
    [InlineData("Australia/Lord_Howe", 2026, 365)]
    [InlineData("Pacific/Apia", 2026, 365)]
    [InlineData("Pacific/Apia", 2011, 364)]
    [InlineData("Etc/UTC", 2028, 366)]
    public void After_AYear_HasEachDateOnceAtItsLocalTime(string id, int year, int dates)
    {
        foreach (var (post, close) in (ReadOnlySpan<(TimeOnly, TimeOnly)>)[(HalfPastNine, new(16, 30)), (new(2, 15), new(2, 15)), (new(20, 0), new(8, 0))])
        {
            var zone = LocalClock.Zone(id);
            var schedule = Made(WeekDays.All, post, close, id);
            var all = Occurrence.After(schedule, LocalClock.At(new DateOnly(year, 1, 1), TimeOnly.MinValue, zone).AddTicks(-1))
                .TakeWhile(occurrence => occurrence.Date.Year == year).ToList();

            Assert.Equal(dates, all.Select(occurrence => occurrence.Date).Distinct().Count());
            Assert.Equal(dates, all.Count);
            foreach (var (before, next) in all.Zip(all.Skip(1)))
            {
                Assert.True(before.OpensAt < next.OpensAt);
                Assert.True(before.ClosesAt > before.OpensAt);
            }

            foreach (var occurrence in all)
            {
                var shown = TimeZoneInfo.ConvertTime(occurrence.OpensAt, zone).DateTime;
                Assert.Equal(occurrence.Date, DateOnly.FromDateTime(shown));
                // In the gap of a spring night it is the first minute after it, at most an hour later.
                Assert.InRange(TimeOnly.FromDateTime(shown), post, post.AddHours(1));
                Assert.True(TimeOnly.FromDateTime(shown) == post || zone.GetUtcOffset(occurrence.OpensAt) != zone.GetUtcOffset(occurrence.OpensAt.AddMinutes(-1)));
            }
        }
    }

    [Fact]
    public void After_Workdays_LeavesOutWeekends() => Assert.Equal(
        [new DateOnly(2026, 3, 6), new DateOnly(2026, 3, 9)],
        Occurrence.After(Made(WeekDays.Workdays, HalfPastNine, new(16, 30), "Etc/UTC"), Utc(3, 5, 9, 30)).Take(2).Select(occurrence => occurrence.Date));

    [Fact]
    public void After_NoDays_IsEmpty()
    {
        var schedule = Made(WeekDays.None, HalfPastNine, new(16, 30), "Etc/UTC");

        Assert.Empty(Occurrence.After(schedule, Utc(3, 5, 0, 0)));
        Assert.Null(Occurrence.Current(schedule, Utc(3, 5, 0, 0)));
    }

    [Fact]
    public void On_TwoZones_PostsEarliestFirstAndClosesLast()
    {
        var occurrence = Occurrence.On(Made(WeekDays.All, HalfPastNine, new(16, 30), "America/New_York", "Asia/Kathmandu"), new DateOnly(2026, 3, 4));

        Assert.Equal(["Asia/Kathmandu", "America/New_York"], occurrence.Posts.Select(post => post.Channel.Zone));
        Assert.Equal([Utc(3, 4, 3, 45), Utc(3, 4, 14, 30)], occurrence.Posts.Select(post => post.At));
        Assert.Equal((Utc(3, 4, 3, 45), Utc(3, 4, 21, 30)), (occurrence.OpensAt, occurrence.ClosesAt));
    }

    [Theory]
    [InlineData(9, 30, 24)]
    [InlineData(9, 29, 23.9833)]
    [InlineData(9, 31, 0.0167)]
    public void On_CloseAtOrBeforeThePost_IsOnTheNextDay(int hour, int minute, double hours)
    {
        var occurrence = Occurrence.On(Made(WeekDays.All, HalfPastNine, new(hour, minute), "Etc/UTC"), new DateOnly(2026, 3, 4));

        Assert.Equal(hours, (occurrence.ClosesAt - occurrence.OpensAt).TotalHours, 3);
    }

    [Fact]
    public void Current_AtThePost_IsThatOne()
    {
        var schedule = Made(WeekDays.Monday, HalfPastNine, new(16, 30), "Etc/UTC");

        Assert.Equal(new DateOnly(2026, 3, 2), Occurrence.Current(schedule, Utc(3, 2, 9, 30))?.Date);
        Assert.Equal(new DateOnly(2026, 2, 23), Occurrence.Current(schedule, Utc(3, 2, 9, 30).AddTicks(-1))?.Date);
        Assert.Equal(new DateOnly(2026, 3, 2), Occurrence.Current(schedule, Utc(3, 9, 9, 29))?.Date);
    }

    [Fact]
    public void Current_DateThatSamoaLeftOut_IsTheDayBefore() => Assert.Equal(
        new DateOnly(2011, 12, 29),
        Occurrence.Current(Made(WeekDays.All, HalfPastNine, new(16, 30), "Pacific/Apia"), new DateTimeOffset(2011, 12, 30, 10, 0, 0, TimeSpan.Zero))?.Date);

    [Theory]
    [InlineData(16, 30, 14, 30)]
    [InlineData(11, 30, 10, 30)]
    [InlineData(9, 32, 9, 31)]
    public void LatestPost_Window_IsTwoHoursOrHalfOfItBeforeTheClose(int closeHour, int closeMinute, int hour, int minute)
    {
        var occurrence = Occurrence.On(Made(WeekDays.All, HalfPastNine, new(closeHour, closeMinute), "Etc/UTC"), new DateOnly(2026, 3, 4));

        Assert.Equal(Utc(3, 4, hour, minute), occurrence.LatestPost(occurrence.Posts[0]));
    }

    private static DateTimeOffset Utc(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, TimeSpan.Zero);

    private static Schedule Made(WeekDays days, TimeOnly post, TimeOnly close, params string[] zones) => new(
        new ScheduleId("s"), [new GroupId("g")], days, post, close,
        [.. zones.Select(zone => new ScheduleChannel(new ChannelRef("playground", "w", zone), zone))], false, DateTimeOffset.MinValue, new PersonId(1));
}
