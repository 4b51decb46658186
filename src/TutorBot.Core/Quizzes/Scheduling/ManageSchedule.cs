using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary><c>/schedule show, preview, pause, resume, skip, now, remove</c>.</summary>
/// <param name="Action">Which of them.</param>
/// <param name="Group">Whose; null: the only one.</param>
/// <param name="IsConfirmed">Whether this is the second step, where there are two.</param>
public sealed record ManageSchedule(ScheduleAction Action, GroupId? Group, bool IsConfirmed = false) : Command;
