using TutorBot.Core.People;

namespace TutorBot.Core.Leaderboards;

/// <summary>A place on a board.</summary>
/// <param name="Rank">From 1; ties share it.</param>
/// <param name="Person">Whose.</param>
/// <param name="Value">What it is ranked by.</param>
public sealed record Standing(int Rank, PersonId Person, double Value);
