using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TutorBot.Scheduling;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Tests.Scheduling;

/// <summary>The triggers that schedules get.</summary>
public sealed class QuartzTimerTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tutorbot-timer-").FullName;
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddQuartz(_ => { }).BuildServiceProvider();
    private QuartzTimer? _timer;

    private QuartzTimer Timer => _timer ?? throw new InvalidOperationException("There is no timer.");

    public async Task InitializeAsync()
    {
        var database = await Database.OpenSqliteAsync(Path.Combine(_folder, "tutorbot.db"), TimeProvider.System, default);
        _timer = new QuartzTimer(_services.GetRequiredService<ISchedulerFactory>(), new RoundStore(database), TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task SetAllAsync_ManySchedules_EachHasItsPostAndItsClose()
    {
        var schedules = Enumerable.Range(0, 250).Select(_ => SampleRounds.Schedule([])).ToList();

        await Timer.SetAllAsync(schedules, default);
        await Timer.SetAllAsync(schedules, default);

        Assert.Equal(schedules.SelectMany(schedule => new[] { $"{schedule.Id}/close", $"{schedule.Id}/post/0" }).Order(StringComparer.Ordinal), await NamesAsync());
    }

    [Fact]
    public async Task SetAllAsync_PausedSchedule_LosesItsTriggersAlone()
    {
        var (paused, given, left) = (SampleRounds.Schedule([]), SampleRounds.Schedule([]), SampleRounds.Schedule([]));
        await Timer.SetAllAsync([paused, given, left], default);

        await Timer.SetAllAsync([paused with { IsPaused = true }, given], default);

        Assert.Equal(new[] { $"{given.Id}/close", $"{given.Id}/post/0", $"{left.Id}/close", $"{left.Id}/post/0" }.Order(StringComparer.Ordinal), await NamesAsync());
    }

    [Fact]
    public async Task SetAsync_ScheduleWithFewerChannels_LosesTheOthersTriggers()
    {
        var schedule = SampleRounds.Schedule([], new(SampleRounds.Channel(), "Europe/Berlin"), new(SampleRounds.Channel(), "America/New_York"));
        await Timer.SetAsync(schedule, default);

        await Timer.SetAsync(schedule with { Channels = [schedule.Channels[0]] }, default);

        Assert.Equal([$"{schedule.Id}/close", $"{schedule.Id}/post/0"], await NamesAsync());
    }

    private async Task<IEnumerable<string>> NamesAsync()
    {
        var scheduler = await _services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup())).Select(key => key.Name).Order(StringComparer.Ordinal);
    }
}
