using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group delete</c>, in two steps.</summary>
/// <param name="Group">Which; null: the only one.</param>
/// <param name="IsConfirmed">Whether this is the second step.</param>
public sealed record DeleteGroup(GroupId? Group, bool IsConfirmed) : Command;
