using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>A schedule with its group, or why not.</summary>
/// <param name="Schedule">The schedule, or null.</param>
/// <param name="Group">The group that it was found by, or null.</param>
/// <param name="Refusal">What to say where there is none.</param>
public sealed record ScheduleFound(Schedule? Schedule, Group? Group, Reply Refusal)
{
    /// <summary>Here it is.</summary>
    public static ScheduleFound Yes(Schedule schedule, Group group) => new(schedule, group, Reply.Say(""));

    /// <summary>There is none for the asker.</summary>
    public static ScheduleFound No(Reply refusal) => new(null, null, refusal);
}
