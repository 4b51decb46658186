using TutorBot.Core.Chat;
using TutorBot.Core.Memory;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary>Say how well one explained it.</summary>
/// <param name="Id">The question.</param>
/// <param name="Rating">How well.</param>
public sealed record RatePractice(string Id, Rating Rating) : Command;
