namespace TutorBot.Benchmarks;

/// <summary>What boards of a group took.</summary>
/// <param name="Week">Points of this week, what people see first.</param>
/// <param name="Season">League points of the season, four weeks.</param>
/// <param name="Streak">Streaks, which look at all weeks.</param>
internal sealed record BoardResults(BoardTimes Week, BoardTimes Season, BoardTimes Streak);
