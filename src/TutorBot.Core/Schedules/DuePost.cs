namespace TutorBot.Core.Schedules;

/// <summary>One channel's post of an occurrence.</summary>
/// <param name="Channel">Where.</param>
/// <param name="At">When.</param>
public sealed record DuePost(ScheduleChannel Channel, DateTimeOffset At);
