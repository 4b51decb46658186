using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>The panel of <c>/schedule set</c>: what a schedule is, and menus for what it may become.</summary>
internal static class SchedulePanel
{
    private const int PostsShown = 3;
    private static readonly TimeOnly[] Halves = [new(7, 30), new(8, 30), new(9, 30), new(10, 30), new(12, 30), new(16, 30)];

    private static readonly (WeekDays Days, string Name)[] Days =
    [
        (WeekDays.Workdays, "Mon–Fri"), (WeekDays.All, "every day"), (WeekDays.Monday | WeekDays.Wednesday | WeekDays.Friday, "Mon, Wed, Fri"),
        (WeekDays.Tuesday | WeekDays.Thursday, "Tue, Thu"), (WeekDays.Saturday | WeekDays.Sunday, "Sat, Sun"), (WeekDays.Monday, "Mon"),
    ];

    /// <summary>The panel, for who may change the schedule.</summary>
    public static Reply Of(Schedule schedule, Group group, Request request, IZones zones, QuizLimits limits, DateTimeOffset now, string? said)
    {
        List<Block> blocks = said is null ? [] : [new Paragraph(MarkdownText.Plain(said))];
        if (request.MissingRights.Count > 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Bold("I cannot post here yet.") + MarkdownText.Plain(
                $" I lack {string.Join(", ", request.MissingRights)}: whoever manages the channel gives them to my role, under the channel's settings, Permissions.")));
        }

        blocks.AddRange(Summary(schedule, group, now));
        var channel = schedule.Channels.FirstOrDefault(channel => channel.Channel == request.In);
        var zone = LocalClock.Zone((channel ?? schedule.Channels[0]).Zone);
        blocks.Add(Menu("Days", Days.Select(days => (days.Name, ((int)days.Days).ToString(CultureInfo.InvariantCulture))), ScheduleField.Days));
        blocks.Add(Menu("Post at", PostTimes(limits, zone, now), ScheduleField.PostAt));
        blocks.Add(Menu("Close at", CloseTimes(schedule, limits), ScheduleField.CloseAt));
        if (channel is not null)
        {
            blocks.Add(Menu("Clocks of", zones.Common.Select(choice => (choice.Label, choice.Id)), ScheduleField.Zone));
        }

        List<Button> next = [];
        if (schedule.IsPaused)
        {
            next.Add(new Button("Start", new StartSchedule(schedule.Id), "/schedule resume"));
        }

        next.Add(new Button("Preview", new ManageSchedule(ScheduleAction.Preview, group.Id), "/schedule preview"));
        if (channel is null)
        {
            next.Add(new Button("Post here too", new AddChannel(schedule.Id), "/schedule set"));
        }

        if (!schedule.IsPaused)
        {
            next.Add(new Button("Pause", new ManageSchedule(ScheduleAction.Pause, group.Id), "/schedule pause"));
        }

        blocks.Add(new Choices("Next", next));
        return new Reply(blocks);

        Choices Menu(string prompt, IEnumerable<(string Label, string Value)> values, ScheduleField field) => new(
            prompt, [.. values.Select(value => new Button(value.Label, new EditSchedule(schedule.Id, field, value.Value)))]);
    }

    /// <summary>What it is, and when it posts next.</summary>
    public static IEnumerable<Block> Summary(Schedule schedule, Group group, DateTimeOffset now)
    {
        yield return new Heading(MarkdownText.Plain($"Daily quiz of {group.Name}"));
        var close = schedule.CloseAt > schedule.PostAt ? "" : " the next day";
        yield return new Fields(
        [
            new Field(MarkdownText.Plain("When"), MarkdownText.Plain(string.Create(
                CultureInfo.InvariantCulture, $"{schedule.Days.ToText()}, {schedule.PostAt:HH:mm} to {schedule.CloseAt:HH:mm}{close}"))),
            new Field(MarkdownText.Plain("Where"), schedule.Channels
                .Select(channel => MarkdownText.Channel(channel.Channel) + MarkdownText.Plain($", by the clocks of {ZoneText.CityOf(channel.Zone)}"))
                .Aggregate((all, one) => all + MarkdownText.Plain("; ") + one)),
            new Field(MarkdownText.Plain("State"), MarkdownText.Plain(schedule.IsPaused ? "not started, or paused: nothing is posted" : "running")),
        ]);
        yield return new Paragraph(MarkdownText.Plain(schedule.IsPaused ? "If you start it now, the next posts are: " : "The next posts: ")
            + Times(schedule, now), Tone.Quiet);
    }

    /// <summary>The next times in the zone of the first channel; where the platform can, each reader sees their own.</summary>
    public static MarkdownText Times(Schedule schedule, DateTimeOffset now)
    {
        var zone = LocalClock.Zone(schedule.Channels[0].Zone);
        var from = schedule.ActiveFrom > now ? schedule.ActiveFrom : now;
        return Occurrence.After(schedule, from).Take(PostsShown)
            .Select(occurrence => MarkdownText.Time(occurrence.OpensAt, zone, "ddd d MMM HH:mm"))
            .Aggregate((all, one) => all + MarkdownText.Plain(", ") + one);
    }

    private static IEnumerable<(string, string)> PostTimes(QuizLimits limits, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (limits.IsForTryingOut)
        {
            foreach (var minutes in (int[])[2, 5])
            {
                var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now.AddMinutes(minutes), zone).DateTime);
                yield return ($"in {minutes} minutes ({Text(time)})", Minutes(time));
            }
        }

        foreach (var time in Times(6, 20))
        {
            yield return (Text(time), Minutes(time));
        }
    }

    private static IEnumerable<(string, string)> CloseTimes(Schedule schedule, QuizLimits limits)
    {
        if (limits.IsForTryingOut)
        {
            foreach (var minutes in (int[])[2, 5])
            {
                var time = schedule.PostAt.AddMinutes(minutes);
                yield return ($"{minutes} minutes after the post ({Text(time)})", Minutes(time));
            }
        }

        foreach (var time in Times(8, 22))
        {
            yield return (Text(time), Minutes(time));
        }
    }

    private static IEnumerable<TimeOnly> Times(int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(hour => new TimeOnly(hour, 0)).Concat(Halves).Order();

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Minutes(TimeOnly time) => ((int)time.ToTimeSpan().TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
