namespace TutorBot.Core.Leaderboards;

/// <summary>What a round of a group gave.</summary>
/// <param name="ClosedAt">When it closed.</param>
/// <param name="Average">The mean over those who answered.</param>
/// <param name="Mine">What it gave the reader; null where they did not answer.</param>
public sealed record DayPoints(DateTimeOffset ClosedAt, double Average, int? Mine);
