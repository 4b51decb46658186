using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Leaderboards;

/// <summary><c>/leaderboard [group] [period] [board]</c>.</summary>
/// <param name="Group">Which, from a button; null: by name, or the only one.</param>
/// <param name="Period">What it covers.</param>
/// <param name="Board">What it ranks by.</param>
/// <param name="Name">The group as typed, or null.</param>
public sealed record ShowLeaderboard(GroupId? Group, Period Period, Board Board, string? Name = null) : Command;
