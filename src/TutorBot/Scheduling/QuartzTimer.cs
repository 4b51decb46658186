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

    public async Task SetAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var job = new JobKey(schedule.Id.Value, Group);
        var open = await rounds.OpenAsync(schedule.Id, cancellationToken).ConfigureAwait(false);
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

        foreach (var old in await scheduler.GetTriggersOfJob(job, cancellationToken).ConfigureAwait(false))
        {
            if (triggers.TrueForAll(trigger => !trigger.Key.Equals(old.Key)))
            {
                await scheduler.UnscheduleJob(old.Key, cancellationToken).ConfigureAwait(false);
            }
        }

        if (triggers.Count > 0)
        {
            var detail = JobBuilder.Create<QuizJob>().WithIdentity(job).UsingJobData(QuizJob.ScheduleKey, schedule.Id.Value).Build();
            await scheduler.ScheduleJob(detail, triggers, ScheduleJobOptions.Replacing, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task RemoveAsync(ScheduleId schedule, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken).ConfigureAwait(false);
        await scheduler.DeleteJob(new JobKey(schedule.Value, Group), cancellationToken).ConfigureAwait(false);
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
