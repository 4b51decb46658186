using Quartz;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;

namespace TutorBot.Scheduling;

/// <summary>Quartz says when; the quiz decides whether.</summary>
internal sealed class QuizJob(DailyQuiz quiz) : IJob
{
    /// <summary>Under which a trigger carries the schedule's id.</summary>
    public const string ScheduleKey = "schedule";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await quiz.RunAsync(new ScheduleId(context.MergedJobDataMap.GetString(ScheduleKey) ?? ""), cancellationToken).ConfigureAwait(false);
}
