using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group captain none</c>: a captain steps down, even the last one.</summary>
/// <param name="Group">Which; null: the only one.</param>
public sealed record StepDown(GroupId? Group) : Command;
