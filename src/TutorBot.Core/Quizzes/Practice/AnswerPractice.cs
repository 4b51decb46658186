using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary>Choose an option of a practice question.</summary>
/// <param name="Id">The question.</param>
/// <param name="Option">The option, from 0.</param>
public sealed record AnswerPractice(string Id, int Option) : Command;
