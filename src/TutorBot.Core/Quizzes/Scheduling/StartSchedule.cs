using TutorBot.Core.Chat;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>Start a schedule, or go on after a pause: <c>/schedule resume</c>.</summary>
/// <param name="Schedule">The schedule.</param>
public sealed record StartSchedule(ScheduleId Schedule) : Command;
