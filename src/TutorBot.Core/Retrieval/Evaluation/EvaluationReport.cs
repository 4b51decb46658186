namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>The quality of a question set. Shares are null where there is nothing to share.</summary>
/// <param name="Questions">How many questions.</param>
/// <param name="Answerable">How many of them a card answers.</param>
/// <param name="RecallAt1">Share of answerable questions whose first card is right.</param>
/// <param name="RecallAt3">Share with a right card among the first three.</param>
/// <param name="MeanReciprocalRank">Mean of 1/rank of the best right card; 0 where none was found.</param>
/// <param name="Auroc">
/// Chance that an answerable question has more confidence than an unanswerable one, ties half.
/// </param>
/// <param name="Answer">Quality of band <see cref="Band.Answer"/>.</param>
/// <param name="Suggest">Quality of band <see cref="Band.Suggest"/>.</param>
/// <param name="MedianMilliseconds">Half of the questions took at most this long.</param>
/// <param name="Percentile95Milliseconds">95 % of the questions took at most this long.</param>
/// <param name="ByKind">Quality by kind of question.</param>
/// <param name="Misses">
/// Every answerable question whose first card is wrong, and every unanswerable one that was answered.
/// </param>
public sealed record EvaluationReport(
    int Questions,
    int Answerable,
    double? RecallAt1,
    double? RecallAt3,
    double? MeanReciprocalRank,
    double? Auroc,
    BandQuality Answer,
    SuggestQuality Suggest,
    double MedianMilliseconds,
    double Percentile95Milliseconds,
    IReadOnlyDictionary<string, KindQuality> ByKind,
    IReadOnlyList<EvaluatedQuestion> Misses)
{
    /// <summary>Sums up what came of the questions.</summary>
    public static EvaluationReport Of(IReadOnlyList<EvaluatedQuestion> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var answerable = results.Where(result => result.Question.IsAnswerable).ToList();
        var unanswerable = results.Where(result => !result.Question.IsAnswerable).ToList();
        var answered = results.Where(result => result.Band == Band.Answer).ToList();
        var suggested = answerable.Where(result => result.Band == Band.Suggest).ToList();
        var times = results.Select(result => result.Milliseconds).Order().ToList();
        return new EvaluationReport(
            results.Count,
            answerable.Count,
            Share(answerable, result => result.Rank == 1),
            Share(answerable, result => result.Rank <= 3),
            answerable.Count == 0 ? null : answerable.Average(result => result.Rank is { } rank ? 1.0 / rank : 0),
            AreaUnderCurve(answerable, unanswerable),
            new BandQuality(
                Share(answerable, result => result.Band == Band.Answer),
                Share(answered, result => result.IsRight),
                Share(unanswerable, result => result.Band == Band.Answer)),
            new SuggestQuality(
                Share(answerable, result => result.Band == Band.Suggest),
                Share(suggested, result => result.Rank <= 3)),
            Percentile(times, 0.50),
            Percentile(times, 0.95),
            results.GroupBy(result => result.Question.Kind, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, Kind, StringComparer.Ordinal),
            [.. results.Where(result => result.Question.IsAnswerable ? !result.IsRight : result.Band == Band.Answer)]);
    }

    private static KindQuality Kind(IEnumerable<EvaluatedQuestion> group)
    {
        var all = group.ToList();
        return new KindQuality(
            all.Count,
            Share([.. all.Where(result => result.Question.IsAnswerable)], result => result.IsRight),
            Share([.. all.Where(result => !result.Question.IsAnswerable)], result => result.Band == Band.Answer));
    }

    private static double? Share(List<EvaluatedQuestion> of, Func<EvaluatedQuestion, bool> which) =>
        of.Count == 0 ? null : (double)of.Count(which) / of.Count;

    private static double? AreaUnderCurve(List<EvaluatedQuestion> positive, List<EvaluatedQuestion> negative)
    {
        if (positive.Count == 0 || negative.Count == 0)
        {
            return null;
        }

        var wins = positive.Sum(one => negative.Sum(other =>
            one.Confidence > other.Confidence ? 1.0 : one.Confidence == other.Confidence ? 0.5 : 0));
        return wins / positive.Count / negative.Count;
    }

    /// <summary>The nearest-rank percentile.</summary>
    private static double Percentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
