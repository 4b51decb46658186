namespace TutorBot.Core.Retrieval;

/// <summary>What retrieval found for one question.</summary>
/// <param name="Cards">The best cards, best first; may be empty.</param>
/// <param name="Confidence">How likely the first one is right, 0 to 1; 1 where a rule named it.</param>
/// <param name="Band">What the tutor may say.</param>
/// <param name="BestSentence">The sentence of the first card that fits the question best, or null where none stands out.</param>
/// <param name="Related">How many of the first cards belong to the question's subject: what a list shows; 1 where none is asked for.</param>
public sealed record Ranking(
    IReadOnlyList<RankedCard> Cards,
    double Confidence,
    Band Band,
    CardSentence? BestSentence,
    int Related)
{
    /// <summary>Words that were read as others; empty where none was.</summary>
    public IReadOnlyList<SpellingCorrection> Corrections { get; init; } = [];

    /// <summary>Whether the first card is the one that the question names and nothing else.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Nothing found.</summary>
    public static Ranking Nothing { get; } = new([], 0, Band.Decline, null, 0);
}
