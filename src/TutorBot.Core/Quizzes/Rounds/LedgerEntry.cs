using TutorBot.Core.Groups;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>
/// Points given or taken, for good: a row is never changed or removed. Every board, period and correction is a sum over
/// rows.
/// </summary>
/// <param name="Key">What makes it happen once: cause, round, group and person.</param>
/// <param name="Group">On whose boards it counts.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Round">The round that it is about.</param>
/// <param name="Reason">Why.</param>
/// <param name="Points">How many; corrections may be negative.</param>
/// <param name="Answered">1 for an answer, -1 where it is taken back, else 0.</param>
/// <param name="Right">1 for a right answer, -1 where it is taken back, else 0.</param>
/// <param name="Growth">Right minus the recall that the memory model expected at the post, in -1 … 1; corrections carry the difference.</param>
/// <param name="At">The close of the round: which period it counts in, corrections too.</param>
/// <param name="RecordedAt">When it was written.</param>
public sealed record LedgerEntry(
    string Key,
    GroupId Group,
    PersonId Person,
    RoundId Round,
    LedgerReason Reason,
    int Points,
    int Answered,
    int Right,
    double Growth,
    DateTimeOffset At,
    DateTimeOffset RecordedAt);
