using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/schedule set</c>: sets a group's daily quiz; without values it shows the panel.</summary>
/// <param name="Group">Which; null: the only one.</param>
/// <param name="Days">As typed (<c>mon-fri</c>), or null: they stay.</param>
/// <param name="PostAt">As typed (<c>09:30</c>), or null.</param>
/// <param name="CloseAt">As typed, or null.</param>
/// <param name="Zone">A city, or null.</param>
/// <param name="IsStart">Whether the quiz is to start with it.</param>
public sealed record SetSchedule(
    GroupId? Group, string? Days = null, string? PostAt = null, string? CloseAt = null, string? Zone = null, bool IsStart = false) : Command
{
    /// <inheritdoc/>
    public override bool NeedsChannel => true;
}
