using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary><c>/quiz [deck] [count] [form]</c>.</summary>
/// <param name="Deck">The deck, as typed, or null: all.</param>
/// <param name="Count">How many questions.</param>
/// <param name="Form">The form, as typed, or null: drawn.</param>
/// <param name="Answer">A typed answer to the question that is open, or null.</param>
public sealed record StartPractice(string? Deck = null, int Count = 1, string? Form = null, string? Answer = null) : Command;
