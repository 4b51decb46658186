using Quartz;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Schedules;

namespace TutorBot.Scheduling;

/// <summary>
/// One trigger for each channel's next post and one for the close. Each fires once, at the instant that the core reckons
/// from the channel's zone: Quartz's own calendar leaves out a time that the clocks skip in spring. The job sets the next.
/// </summary>
internal sealed class QuartzTimer(ISchedulerFactory factory, IRounds rounds, TimeProvider time) : IScheduleTimer
{
    private const string Group = "quiz";

    /// <summary>Schedules whose triggers are written in one transaction: one each took 1,000 without triggers a quarter of a minute.</summary>
    private const int AtOnce = 100;

    public async Task SetAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken).ConfigureAwait(false);
        var open = await rounds.OpenAsync(schedule.Id, cancellationToken).ConfigureAwait(false);
        var old = await scheduler.GetTriggersOfJob(Key(schedule.Id), cancellationToken).ConfigureAwait(false);
        await SetAsync(scheduler, [schedule], open.ToLookup(round => round.Schedule), old.ToLookup(_ => schedule.Id, trigger => trigger.Key), cancellationToken).ConfigureAwait(false);
    }

    public async Task SetAllAsync(IReadOnlyList<Schedule> schedules, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken).ConfigureAwait(false);
        var open = (await rounds.OpenAsync(null, cancellationToken).ConfigureAwait(false)).ToLookup(round => round.Schedule);
        var old = (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Group), cancellationToken).ConfigureAwait(false))
            .ToLookup(key => new ScheduleId(key.Name.Split('/')[0]));
        foreach (var some in schedules.Chunk(AtOnce))
        {
            await SetAsync(scheduler, some, open, old, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task RemoveAsync(ScheduleId schedule, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken).ConfigureAwait(false);
        await scheduler.DeleteJob(Key(schedule), cancellationToken).ConfigureAwait(false);
    }

    private static JobKey Key(ScheduleId schedule) => new(schedule.Value, Group);

    private async Task SetAsync(
        IScheduler scheduler, IReadOnlyList<Schedule> schedules, ILookup<ScheduleId, Round> open, ILookup<ScheduleId, TriggerKey> old, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var gone = new List<TriggerKey>();
        var jobs = new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>>();
        foreach (var schedule in schedules)
        {
            var triggers = Triggers(schedule, open[schedule.Id], now);
            gone.AddRange(old[schedule.Id].Except(triggers.Select(trigger => trigger.Key)));
            if (triggers.Count > 0)
            {
                jobs.Add(JobBuilder.Create<QuizJob>().WithIdentity(Key(schedule.Id)).UsingJobData(QuizJob.ScheduleKey, schedule.Id.Value).Build(), triggers);
            }
        }

        if (gone.Count > 0)
        {
            await scheduler.UnscheduleJobs(gone, cancellationToken).ConfigureAwait(false);
        }

        if (jobs.Count > 0)
        {
            await scheduler.ScheduleJobs(jobs, ScheduleJobOptions.Replacing, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One for each channel's next post, one for the next close.</summary>
    private List<ITrigger> Triggers(Schedule schedule, IEnumerable<Round> open, DateTimeOffset now)
    {
        var occurrences = schedule.IsPaused ? [] : Upcoming(schedule, now).ToList();
        var triggers = new List<ITrigger>();
        for (var i = 0; i < schedule.Channels.Count; i++)
        {
            var channel = schedule.Channels[i];
            var next = occurrences.SelectMany(occurrence => occurrence.Posts).Where(post => post.Channel == channel && post.At > now).MinBy(post => post.At);
            if (next is not null)
            {
                triggers.Add(Trigger($"{schedule.Id}/post/{i}", next.At));
            }
        }

        var closes = open.Select(round => round.ClosesAt).Concat(occurrences.Select(occurrence => occurrence.ClosesAt)).Select(close => close + Round.Settling).Where(close => close > now).ToList();
        if (closes.Count > 0)
        {
            triggers.Add(Trigger($"{schedule.Id}/close", closes.Min()));
        }

        return triggers;
    }

    /// <summary>The occurrence that is on, whose later channels may still be due, and the next ones.</summary>
    private static IEnumerable<Occurrence> Upcoming(Schedule schedule, DateTimeOffset now)
    {
        var from = schedule.ActiveFrom > now ? schedule.ActiveFrom : now;
        var current = Occurrence.Current(schedule, now) is { } on && on.OpensAt >= schedule.ActiveFrom ? [on] : Enumerable.Empty<Occurrence>();
        return current.Concat(Occurrence.After(schedule, from).Take(2));
    }

    private ITrigger Trigger(string name, DateTimeOffset at) => TriggerBuilder.Create(time)
        .WithIdentity(name, Group)
        .StartAt(at)
        .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();
}
