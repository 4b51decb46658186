using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Say how the quiz works.</summary>
public sealed record ExplainQuiz() : Command;
