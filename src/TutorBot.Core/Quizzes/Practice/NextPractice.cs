using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary>Go on after a practice question.</summary>
/// <param name="Id">The question before.</param>
public sealed record NextPractice(string Id) : Command;
