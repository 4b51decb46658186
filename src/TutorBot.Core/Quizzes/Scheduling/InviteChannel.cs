using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary><c>/group invite</c>: a code that adds a channel of another server or platform to the group's schedule, once.</summary>
/// <param name="Group">Which; null: the only one.</param>
public sealed record InviteChannel(GroupId? Group) : Command;
