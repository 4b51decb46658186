namespace TutorBot.Core.Retrieval;

/// <summary>The four things by which a card is ranked (RETRIEVAL.md §3.2).</summary>
/// <param name="Dense">Cosine of question and card, −1 to 1.</param>
/// <param name="LateInteraction">Mean over the question's content tokens of the greatest similarity to a token of the card.</param>
/// <param name="LexicalFraction">BM25 as a share of the greatest that this question could reach, 0 to 1.</param>
/// <param name="Coverage">Share of the question's words, weighted by rarity, that the card holds, 0 to 1.</param>
public readonly record struct RankingFeatures(float Dense, float LateInteraction, float LexicalFraction, float Coverage)
{
    /// <summary>How many features there are.</summary>
    public const int Count = 4;

    /// <summary>Writes the features in the order of <see cref="FusionWeights"/>.</summary>
    public void CopyTo(Span<double> features)
    {
        features[0] = Dense;
        features[1] = LateInteraction;
        features[2] = LexicalFraction;
        features[3] = Coverage;
    }
}
