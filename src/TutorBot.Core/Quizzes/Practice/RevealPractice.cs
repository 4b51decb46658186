using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary>Show the answer to a practice question that one explains to oneself.</summary>
/// <param name="Id">The question.</param>
public sealed record RevealPractice(string Id) : Command;
