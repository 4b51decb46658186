namespace TutorBot.Core.Retrieval;

/// <summary>How much each feature counts in a card's score; fitted, never typed by hand.</summary>
/// <param name="Dense">For <see cref="RankingFeatures.Dense"/>.</param>
/// <param name="LateInteraction">For <see cref="RankingFeatures.LateInteraction"/>.</param>
/// <param name="LexicalFraction">For <see cref="RankingFeatures.LexicalFraction"/>.</param>
/// <param name="Coverage">For <see cref="RankingFeatures.Coverage"/>.</param>
public sealed record FusionWeights(double Dense, double LateInteraction, double LexicalFraction, double Coverage)
{
    /// <summary>The weighted sum: comparable between the cards of one question only.</summary>
    public double Score(RankingFeatures features) =>
        (Dense * features.Dense)
        + (LateInteraction * features.LateInteraction)
        + (LexicalFraction * features.LexicalFraction)
        + (Coverage * features.Coverage);
}
