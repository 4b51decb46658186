using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Show what one did with a round: while it is open the choice, after it the result.</summary>
/// <param name="Round">The round.</param>
public sealed record ShowRound(RoundId Round) : Command;
