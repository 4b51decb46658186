using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group list</c>: the groups of this server or workspace.</summary>
public sealed record ListGroups() : Command
{
    /// <inheritdoc/>
    public override bool NeedsChannel => true;
}
