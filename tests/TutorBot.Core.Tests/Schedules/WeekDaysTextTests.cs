using TutorBot.Core.Schedules;

namespace TutorBot.Core.Tests.Schedules;

public sealed class WeekDaysTextTests
{
    public static TheoryData<int> All => [.. Enumerable.Range(1, 127)];

    [Theory]
    [MemberData(nameof(All))]
    public void Parse_WhatToTextWrites_IsTheSameDays(int days) =>
        Assert.Equal((WeekDays)days, WeekDaysText.Parse(((WeekDays)days).ToText()));

    [Theory]
    [InlineData("mon-fri", WeekDays.Workdays)]
    [InlineData("Mon – Fri", WeekDays.Workdays)]
    [InlineData("weekdays", WeekDays.Workdays)]
    [InlineData("DAILY", WeekDays.All)]
    [InlineData("every day", WeekDays.All)]
    [InlineData("sat-mon", WeekDays.Saturday | WeekDays.Sunday | WeekDays.Monday)]
    [InlineData("mondays, Weds and thurs", WeekDays.Monday | WeekDays.Wednesday | WeekDays.Thursday)]
    [InlineData("tue", WeekDays.Tuesday)]
    [InlineData("tue-tue", WeekDays.Tuesday)]
    [InlineData("weekend+wed", WeekDays.Saturday | WeekDays.Sunday | WeekDays.Wednesday)]
    public void Parse_WhatPeopleWrite_IsRead(string text, WeekDays expected) => Assert.Equal(expected, WeekDaysText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("mo")]
    [InlineData("mon-")]
    [InlineData("-fri")]
    [InlineData("mon-fri-sun")]
    [InlineData("and")]
    [InlineData("every other day")]
    [InlineData("moonday")]
    public void Parse_SomethingElse_IsNull(string text) => Assert.Null(WeekDaysText.Parse(text));

    [Theory]
    [InlineData(WeekDays.All, "every day")]
    [InlineData(WeekDays.Workdays, "Mon–Fri")]
    [InlineData(WeekDays.Monday | WeekDays.Wednesday | WeekDays.Friday, "Mon, Wed, Fri")]
    [InlineData(WeekDays.Saturday | WeekDays.Sunday, "Sat, Sun")]
    [InlineData(WeekDays.Sunday, "Sun")]
    [InlineData(WeekDays.None, "")]
    public void ToText_Days_IsWhatPeopleSay(WeekDays days, string expected) => Assert.Equal(expected, days.ToText());

    [Fact]
    public void Includes_EachDate_HasOneDay()
    {
        Assert.True(WeekDays.Monday.Includes(new DateOnly(2026, 3, 2)));
        Assert.True(WeekDays.Sunday.Includes(new DateOnly(2026, 3, 8)));
        Assert.False(WeekDays.Sunday.Includes(new DateOnly(2026, 3, 7)));
    }
}
