using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Say how sure one is of the answer to an open round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Stake">How sure.</param>
public sealed record StakeRound(RoundId Round, Stake Stake) : Command;
