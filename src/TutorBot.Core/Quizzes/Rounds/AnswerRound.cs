using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Choose an option of an open round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Option">Its index, from 0.</param>
public sealed record AnswerRound(RoundId Round, int Option) : Command;
