namespace TutorBot.Core.Leaderboards;

/// <summary>What a board ranks by.</summary>
public enum Board
{
    /// <summary>Points; in a season, league points.</summary>
    Points,

    /// <summary>Right answers beyond what the memory model expected.</summary>
    Growth,

    /// <summary>Rounds answered in a row.</summary>
    Streak,

    /// <summary>The groups of this server or workspace against each other.</summary>
    Groups,
}
