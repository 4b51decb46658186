using TutorBot.Core.Chat;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>A choice in the panel of <c>/schedule set</c>.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Field">What changes.</param>
/// <param name="Value">To what: days as a number, minutes of the day, an IANA zone.</param>
public sealed record EditSchedule(ScheduleId Schedule, ScheduleField Field, string Value) : Command;
