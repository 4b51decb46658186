using System.Diagnostics;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Schedules;
using TutorBot.Settings;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>
/// The product's start, from nothing in memory to "ready" with the playground answering, on a folder that it has run on
/// before: with 1 schedule and with 1,000; the medians of three in turn. The times of schedules are checked after "ready", in
/// the background.
/// </summary>
internal static class StartBenchmark
{
    private const int Timed = 3;

    public static async Task<(double One, double Many)> RunAsync()
    {
        using var one = new TemporaryFolder();
        using var many = new TemporaryFolder();
        await FillAsync(one, 1);
        await FillAsync(many, 1_000);
        var (ones, manys) = (new List<double>(), new List<double>());
        for (var i = 0; i <= Timed; i++)
        {
            await Console.Error.WriteLineAsync("measuring: start");
            var (first, second) = (await StartAsync(one), await StartAsync(many));
            if (i > 0)
            {
                ones.Add(first);
                manys.Add(second);
            }
        }

        return (Percentiles.Of(ones).P50, Percentiles.Of(manys).P50);
    }

    private static async Task<double> StartAsync(TemporaryFolder folder)
    {
        var settings = new TutorSettings(
            Repository.PathOf("content/decks"), Repository.PathOf("content/models/tutor-minilm-l6-v1"), folder.PathOf("data"), true, new Uri("http://127.0.0.1:0"), "");
        var started = Stopwatch.GetTimestamp();
        await using var worker = await Worker.StartAsync(settings, TextWriter.Null, TextWriter.Null, default);
        using var browser = new HttpClient();
        (await browser.GetAsync(new Uri(worker.Address))).EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task FillAsync(TemporaryFolder folder, int count)
    {
        Directory.CreateDirectory(folder.PathOf("data"));
        var database = await Database.OpenSqliteAsync(folder.PathOf("data/tutorbot.db"), TimeProvider.System, default);
        var (people, groups, schedules) = (new PeopleStore(database, new IgnoreKey(new byte[32]), TimeProvider.System), new GroupStore(database), new ScheduleStore(database));
        var captain = await people.FindOrAddAsync(new UserRef("playground", "playground", "ada"), "Ada", default);
        for (var i = 0; i < count; i++)
        {
            var channel = new ChannelRef("playground", "playground", $"c{i}");
            var group = new Group(new GroupId($"g{i}"), channel, $"Group {i}", "UTC", [], JoinPolicy.Open, "");
            await groups.TryCreateAsync(group, captain.Id, TimeProvider.System.GetUtcNow(), default);
            await schedules.TrySaveAsync(
                new Schedule(
                    new ScheduleId($"s{i}"), [group.Id], WeekDays.All, new TimeOnly(i % 24, i % 60), new TimeOnly((i + 6) % 24, i % 60),
                    [new ScheduleChannel(channel, "UTC")], false, TimeProvider.System.GetUtcNow(), captain.Id),
                default);
        }
    }
}
