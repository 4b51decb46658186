namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>What came of one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Expected">The ids of the right cards; empty where none answers.</param>
/// <param name="First">The first card's id, or null where nothing was found.</param>
/// <param name="Rank">The best rank of a right card, from 1, or null where none was found.</param>
/// <param name="Band">What the tutor dared to say.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record EvaluatedQuestion(
    EvaluationQuestion Question,
    IReadOnlyList<Cards.CardId> Expected,
    Cards.CardId? First,
    int? Rank,
    Band Band,
    double Confidence,
    double Milliseconds)
{
    /// <summary>Whether the first card is a right one.</summary>
    public bool IsRight => Rank == 1;
}
