using TutorBot.Core.People;

namespace TutorBot.Core.Leaderboards;

/// <summary>What a person's ledger rows of a period add up to.</summary>
/// <param name="Person">Who; <see cref="PersonId.Former"/> for all who deleted their data together.</param>
/// <param name="Points">Points.</param>
/// <param name="Answered">Rounds answered.</param>
/// <param name="Right">Of them, right.</param>
/// <param name="Growth">Right answers minus those that the memory model expected.</param>
public sealed record Total(PersonId Person, int Points, int Answered, int Right, double Growth);
