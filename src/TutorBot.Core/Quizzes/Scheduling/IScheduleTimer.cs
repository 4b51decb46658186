using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>Decides when a schedule is looked at; whether something happens then is decided by what the database holds.</summary>
public interface IScheduleTimer
{
    /// <summary>Sets the times of a schedule anew; of a paused one, none.</summary>
    Task SetAsync(Schedule schedule, CancellationToken cancellationToken);

    /// <summary>The same for many schedules, such as all at a start.</summary>
    Task SetAllAsync(IReadOnlyList<Schedule> schedules, CancellationToken cancellationToken);

    /// <summary>Forgets a schedule that was removed.</summary>
    Task RemoveAsync(ScheduleId schedule, CancellationToken cancellationToken);
}
