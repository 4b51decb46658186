namespace TutorBot.Core.Leaderboards;

/// <summary>What a board covers.</summary>
public enum Period
{
    /// <summary>The week that is open.</summary>
    ThisWeek,

    /// <summary>The week before it.</summary>
    LastWeek,

    /// <summary>Four weeks, of which the best three count.</summary>
    Season,

    /// <summary>Everything; one's own row alone.</summary>
    All,
}
