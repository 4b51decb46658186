using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group captain add</c>, <c>/group captain remove</c>.</summary>
/// <param name="Group">Which; null: the only one.</param>
/// <param name="Person">A member's display name.</param>
/// <param name="IsCaptain">Whether to ask them to be one, or to make them a member again.</param>
public sealed record SetCaptain(GroupId? Group, string Person, bool IsCaptain) : Command;
