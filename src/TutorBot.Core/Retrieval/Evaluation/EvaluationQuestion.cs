namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>A question with the cards that answer it.</summary>
/// <param name="Question">As a person typed it.</param>
/// <param name="Cards">The number or anchor of every card that is a right first answer; empty: no card answers.</param>
/// <param name="Kind">Free text to slice by; <c>other</c> where the set gives none.</param>
/// <param name="Deck">The deck whose cards are meant, or null: the only one loaded.</param>
public sealed record EvaluationQuestion(string Question, IReadOnlyList<string> Cards, string Kind, string? Deck)
{
    /// <summary>Whether a card answers it.</summary>
    public bool IsAnswerable => Cards.Count > 0;
}
