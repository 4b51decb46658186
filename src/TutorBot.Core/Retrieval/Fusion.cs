namespace TutorBot.Core.Retrieval;

/// <summary>Makes one score of the features of each candidate.</summary>
internal static class Fusion
{
    /// <summary>The constant of reciprocal rank fusion (Cormack, Clarke, Büttcher: SIGIR 2009).</summary>
    private const double RankOffset = 60;

    /// <summary>Weighted sums; without weights reciprocal rank fusion of vector, late interaction and BM25.</summary>
    public static void Score(Evidence evidence, FusionWeights? weights, Span<double> scores)
    {
        var candidates = evidence.Candidates;
        for (var i = 0; i < candidates.Length; i++)
        {
            scores[i] = weights?.Score(candidates[i].Features) ?? ReciprocalRanks(candidates, i);
        }
    }

    /// <summary>The candidates by descending score, ties in the order of the decks.</summary>
    public static void Order(ReadOnlySpan<double> scores, Span<int> order)
    {
        Span<double> negated = stackalloc double[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            negated[i] = -scores[i];
            order[i] = i;
        }

        negated.Sort(order);
    }

    private static double ReciprocalRanks(ReadOnlySpan<Candidate> candidates, int of)
    {
        int dense = 1, late = 1, words = 1;
        var features = candidates[of].Features;
        foreach (var other in candidates)
        {
            dense += other.Features.Dense > features.Dense ? 1 : 0;
            late += other.Features.LateInteraction > features.LateInteraction ? 1 : 0;
            words += other.Features.LexicalFraction > features.LexicalFraction ? 1 : 0;
        }

        return (1 / (RankOffset + dense)) + (1 / (RankOffset + late)) + (1 / (RankOffset + words));
    }
}
