using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Schedules;
using TutorBot.Storage;

namespace TutorBot.KillTest;

/// <summary>Groups with schedules that post all through the day.</summary>
internal static class Setup
{
    public const int People = 8;

    /// <summary>Rounds that are open at once. Half the window is the time in which a late post is due: on a busy machine no less than seconds.</summary>
    private const int Overlapping = 6;

    /// <summary>Makes them.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="between">How long after each other they post; each round is open for six times as long.</param>
    public static async Task RunAsync(string folder, TimeSpan between)
    {
        var time = FastTime.Of(folder);
        var database = await RunDatabase.OpenAsync(folder, time);
        var people = new PeopleStore(database, new IgnoreKey(new byte[32]), time);
        var (groups, schedules) = (new GroupStore(database), new ScheduleStore(database));
        for (var i = 1; i <= People; i++)
        {
            await people.FindOrAddAsync(new UserRef("recording", "", $"p{i}"), $"P{i}", default);
        }

        for (var i = 0; i < TimeSpan.FromDays(1) / between - 1; i++)
        {
            var channel = new ChannelRef("recording", "w", $"c{i}");
            var group = new Group(new GroupId($"g{i}"), channel, $"Group {i}", "UTC", [], JoinPolicy.Open, "");
            await groups.TryCreateAsync(group, new PersonId(1), time.GetUtcNow(), default);
            for (var person = 2; person <= People; person++)
            {
                await groups.SetMemberAsync(group.Id, new PersonId(person), MemberState.Active, time.GetUtcNow(), default);
            }

            var postAt = TimeOnly.MinValue.Add(between * (i + 1));
            await schedules.TrySaveAsync(
                new Schedule(new ScheduleId($"s{i}"), [group.Id], WeekDays.All, postAt, postAt.Add(between * Overlapping), [new ScheduleChannel(channel, "UTC")], false, time.GetUtcNow(), new PersonId(1)),
                default);
        }
    }
}
