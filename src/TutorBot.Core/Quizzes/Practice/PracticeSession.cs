namespace TutorBot.Core.Quizzes.Practice;

/// <summary>How far a run of practice questions is.</summary>
/// <param name="Deck">The deck asked from, or null: all.</param>
/// <param name="Form">The form asked for, or null: drawn.</param>
/// <param name="Number">Which question this is, from 1.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Right">How many were right before it.</param>
public sealed record PracticeSession(string? Deck, string? Form, int Number, int Of, int Right);
