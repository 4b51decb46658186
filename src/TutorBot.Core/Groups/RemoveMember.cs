using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group remove PERSON</c>.</summary>
/// <param name="Group">Which; null: the only one.</param>
/// <param name="Person">A member's display name.</param>
public sealed record RemoveMember(GroupId? Group, string Person) : Command;
