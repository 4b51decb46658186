namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>A question with its evidence, to fit weights to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Evidence">What its words and the model say.</param>
/// <param name="IsRight">For each candidate whether it is a right answer.</param>
/// <param name="Fold">Which part of the cross-validation tests it; questions of one card share it.</param>
internal sealed record FittingExample(EvaluationQuestion Question, Evidence Evidence, bool[] IsRight, int Fold)
{
    /// <summary>The best candidate under these weights, with its confidence features.</summary>
    public (int Best, ConfidenceFeatures Features) Judge(FusionWeights weights)
    {
        var scores = new double[Evidence.Count];
        Fusion.Score(Evidence, weights, scores);
        var best = Array.IndexOf(scores, scores.Max());
        return (best, Evidence.Weigh(scores, best));
    }

    /// <summary>The best rank of a right candidate under these weights, from 1, or null.</summary>
    public int? Rank(FusionWeights weights)
    {
        var scores = new double[Evidence.Count];
        Fusion.Score(Evidence, weights, scores);
        var right = Enumerable.Range(0, scores.Length).Where(i => IsRight[i]).Select(i => scores[i]).ToList();
        return right.Count == 0 ? null : 1 + scores.Count(score => score > right.Max());
    }
}
