using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Schedules;
using TutorBot.Settings;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>
/// The product's start, each in a process of its own, from loading its parts to "ready" with the playground answering, on
/// data that it has run on before: with 1 schedule and with 1,000, in turn. Quartz's triggers are set in the background
/// after "ready"; the first start of each, which makes all of them, is timed to the last.
/// </summary>
internal static class StartBenchmark
{
    private const int Many = 1_000;
    private const int Timed = 5;

    /// <summary>One trigger posts, one closes.</summary>
    private const int TriggersPerSchedule = 2;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Milliseconds, medians of five; and from the first start to the last trigger.</summary>
    public static async Task<StartTimes> RunAsync()
    {
        using var one = new TemporaryFolder();
        using var many = new TemporaryFolder();
        await FillAsync(one, 1);
        await FillAsync(many, Many);
        var triggers = await StartAsync(many, Many * TriggersPerSchedule);
        await StartAsync(one, TriggersPerSchedule);
        var (ones, manys) = (new List<double>(), new List<double>());
        for (var i = 0; i < Timed; i++)
        {
            ones.Add(await StartAsync(one, 0));
            manys.Add(await StartAsync(many, 0));
        }

        return new StartTimes(Percentiles.Of(ones).P50, Percentiles.Of(manys).P50, triggers);
    }

    /// <summary>Starts the product in this process and stops it.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="triggers">Until so many triggers are set; 0: until it is ready.</param>
    /// <returns>Milliseconds.</returns>
    public static async Task<double> HereAsync(string data, int triggers)
    {
        var settings = new TutorSettings(
            Repository.PathOf("content/decks"), Repository.PathOf("content/models/tutor-minilm-l6-v1"), data, true, new Uri("http://127.0.0.1:0"), "");
        var started = Stopwatch.GetTimestamp();
        await using var worker = await Worker.StartAsync(settings, TextWriter.Null, TextWriter.Null, default);
        using var browser = new HttpClient();
        (await browser.GetAsync(new Uri(worker.Address))).EnsureSuccessStatusCode();
        while (triggers > 0 && await TriggersAsync(data) < triggers)
        {
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<double> StartAsync(TemporaryFolder folder, int triggers)
    {
        await Console.Error.WriteLineAsync("measuring: start");
        return (await PartProcess.RunAsync("quiz-part", "start", folder.PathOf("data"), triggers.ToString(CultureInfo.InvariantCulture))).GetDouble();
    }

    private static async Task<long> TriggersAsync(string data)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "triggers.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM QRTZ_TRIGGERS";
        return await command.ExecuteScalarAsync() is long count ? count : 0;
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
