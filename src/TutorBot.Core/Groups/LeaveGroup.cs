using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group leave</c>.</summary>
/// <param name="Group">Which; null: the only one.</param>
public sealed record LeaveGroup(GroupId? Group) : Command;
