using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Leaderboards;

/// <summary>Show a board to the whole channel; for captains.</summary>
/// <param name="Group">Which group's.</param>
/// <param name="Period">What it covers.</param>
/// <param name="Board">What it ranks by.</param>
public sealed record PostBoard(GroupId Group, Period Period, Board Board) : Command
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.Channel;

    /// <inheritdoc/>
    public override bool NeedsChannel => true;
}
