using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group join NAME-OR-CODE</c>, or by a button.</summary>
/// <param name="Group">Which, from a button; null: what was typed.</param>
/// <param name="Typed">A name or a code.</param>
public sealed record JoinGroup(GroupId? Group, string Typed) : Command
{
    /// <inheritdoc/>
    public override bool NeedsChannel => Group is null;
}
