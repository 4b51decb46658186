using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group info [NAME]</c>.</summary>
/// <param name="Group">Which, from a button; null: by name, or the only one.</param>
/// <param name="Name">What was typed, or null.</param>
public sealed record ShowGroup(GroupId? Group, string? Name = null) : Command;
