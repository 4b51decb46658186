using TutorBot.Core.Memory;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What a close writes.</summary>
/// <param name="Ledger">Points.</param>
/// <param name="Reviews">What people showed that they remember.</param>
/// <param name="Memory">The memory states after those reviews.</param>
/// <param name="IsOutage">Whether the round is no occasion for those without an answer.</param>
public sealed record Settlement(
    IReadOnlyList<LedgerEntry> Ledger, IReadOnlyList<Review> Reviews, IReadOnlyList<CardMemory> Memory, bool IsOutage)
{
    /// <summary>Whom the reveal names.</summary>
    public IReadOnlyList<PersonId> Named { get; init; } = [];
}
