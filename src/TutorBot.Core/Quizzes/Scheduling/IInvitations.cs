using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>Codes that add a channel to a schedule, once each.</summary>
public interface IInvitations
{
    /// <summary>Keeps a code.</summary>
    Task AddAsync(string code, ScheduleId schedule, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The schedule of a code; null where there is none, or it was made before <paramref name="since"/>.</summary>
    Task<ScheduleId?> FindAsync(string code, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The schedule of a code, which is used up by that; null where there is none, or it was made before <paramref name="since"/>.</summary>
    Task<ScheduleId?> TakeAsync(string code, DateTimeOffset since, CancellationToken cancellationToken);
}
