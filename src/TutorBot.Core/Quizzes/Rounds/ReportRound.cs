using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Flag a round's question to the deck owner.</summary>
/// <param name="Round">The round.</param>
public sealed record ReportRound(RoundId Round) : Command;
