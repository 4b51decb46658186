namespace TutorBot.Core.Retrieval;

/// <summary>
/// Everything fitted for one model file (<c>weights.json</c> beside it): cosines of another file, even of the same model in
/// another precision, mean something else.
/// </summary>
/// <param name="ModelSha256">The model file they were fitted with, in lower-case hex.</param>
/// <param name="Fusion">How a card is scored.</param>
/// <param name="Confidence">How likely the first card is right.</param>
/// <param name="AnswerFrom">The least confidence of band <see cref="Band.Answer"/>, 0 to 1.</param>
/// <param name="SuggestFrom">The least confidence of band <see cref="Band.Suggest"/>, at most <paramref name="AnswerFrom"/>.</param>
public sealed record RankingWeights(
    string ModelSha256,
    FusionWeights Fusion,
    ConfidenceWeights Confidence,
    double AnswerFrom,
    double SuggestFrom)
{
    /// <summary>What a confidence allows to say.</summary>
    public Band BandOf(double confidence) =>
        confidence >= AnswerFrom ? Band.Answer : confidence >= SuggestFrom ? Band.Suggest : Band.Decline;
}
