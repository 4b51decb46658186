namespace TutorBot.Core.Retrieval;

/// <summary>What speaks for and against the first card being right (RETRIEVAL.md §3.2, point 7).</summary>
/// <param name="Score">Its fused score.</param>
/// <param name="Margin">How far the second card's score lies below it; 0 or more.</param>
/// <param name="First">Its four features.</param>
/// <param name="LeastMatchedWord">
/// The question's worst matched content word, a common word excused: the least of <c>1 − rarity·(1 − similarity)</c>.
/// A term of another craft shows here. 0 to 1.
/// </param>
/// <param name="KnownShare">Share of the question's words, weighted by rarity, that any card holds, 0 to 1.</param>
/// <param name="LateInteractionZ">How many standard deviations its late interaction lies above the mean of the candidates.</param>
/// <param name="LateInteractionAgrees">Whether late interaction alone puts it first.</param>
/// <param name="ContentWords">How many content words the question has.</param>
/// <param name="LateInteractionMargin">How far its late interaction lies above the best of the others; may be negative.</param>
/// <param name="DenseZ">How many standard deviations its cosine lies above the mean of the candidates.</param>
public readonly record struct ConfidenceFeatures(
    double Score,
    double Margin,
    RankingFeatures First,
    double LeastMatchedWord,
    double KnownShare,
    double LateInteractionZ,
    bool LateInteractionAgrees,
    int ContentWords,
    double LateInteractionMargin,
    double DenseZ)
{
    /// <summary>How many numbers <see cref="CopyTo"/> writes.</summary>
    public const int Count = 13;

    /// <summary>Writes the features in the order of the fitted coefficients.</summary>
    public void CopyTo(Span<double> features)
    {
        features[0] = Score;
        features[1] = Margin;
        features[2] = First.Dense;
        features[3] = First.LateInteraction;
        features[4] = First.LexicalFraction;
        features[5] = First.Coverage;
        features[6] = LeastMatchedWord;
        features[7] = KnownShare;
        features[8] = LateInteractionZ;
        features[9] = LateInteractionAgrees ? 1 : 0;
        features[10] = Math.Min(ContentWords, 8);
        features[11] = LateInteractionMargin;
        features[12] = DenseZ;
    }
}
