using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Have one wrong option of an open round removed; this ends the stake.</summary>
/// <param name="Round">The round.</param>
public sealed record HintRound(RoundId Round) : Command;
