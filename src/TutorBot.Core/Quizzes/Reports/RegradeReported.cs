using TutorBot.Core.Chat;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary>Correct the key of a round that was reported.</summary>
/// <param name="Round">The round.</param>
/// <param name="Option">The option that is right, from 0; null: show what can be chosen.</param>
public sealed record RegradeReported(RoundId Round, int? Option) : Command;
