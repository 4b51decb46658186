namespace TutorBot.Core.Quizzes.Questions;

/// <summary>How many content words a passage must show for people to know what is meant.</summary>
/// <param name="Whole">Where nothing of it is blanked.</param>
/// <param name="Blanked">Where something is.</param>
internal readonly record struct LeastContent(int Whole, int Blanked);
