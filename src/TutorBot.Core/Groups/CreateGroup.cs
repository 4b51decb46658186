using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group create NAME</c>.</summary>
/// <param name="Name">What to call it; empty: after the channel.</param>
public sealed record CreateGroup(string Name) : Command
{
    /// <inheritdoc/>
    public override bool NeedsChannel => true;
}
