using TutorBot.Core.Groups;
using TutorBot.Core.People;

namespace TutorBot.Core.Schedules;

/// <summary>When quizzes are posted, where, and for whom.</summary>
/// <param name="Id">Its name in the database.</param>
/// <param name="Groups">Whom it serves; at least one.</param>
/// <param name="Days">On which days.</param>
/// <param name="PostAt">When the quiz is posted, by the clocks of each channel's zone.</param>
/// <param name="CloseAt">When it closes; at or before <paramref name="PostAt"/> it is on the next day.</param>
/// <param name="Channels">Where; at least one.</param>
/// <param name="IsPaused">Whether nothing new is posted.</param>
/// <param name="ActiveFrom">Since when these times hold: nothing that was due before is posted by them.</param>
/// <param name="SetUpBy">Who set it up: told when a channel is gone.</param>
public sealed record Schedule(
    ScheduleId Id,
    IReadOnlyList<GroupId> Groups,
    WeekDays Days,
    TimeOnly PostAt,
    TimeOnly CloseAt,
    IReadOnlyList<ScheduleChannel> Channels,
    bool IsPaused,
    DateTimeOffset ActiveFrom,
    PersonId SetUpBy)
{
    /// <summary>When people start: Mon–Fri 09:30 to 16:30.</summary>
    public static (WeekDays Days, TimeOnly PostAt, TimeOnly CloseAt) Standard => (WeekDays.Workdays, new TimeOnly(9, 30), new TimeOnly(16, 30));
}
