
namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>
/// Fits the weights of ranking and confidence to question sets (RETRIEVAL.md §3.2, points 6 and 7), with cross-validation
/// by card.
/// </summary>
/// <param name="encoder">The model they are for.</param>
public sealed class WeightFitting(ITokenEncoder encoder)
{
    /// <summary>The least share of answered questions whose first card is right.</summary>
    public const double LeastPrecision = 0.97;

    /// <summary>The greatest share of unanswerable questions that are answered.</summary>
    public const double GreatestFalseAnswerRate = 0.02;

    /// <summary>The share of answerable questions below which the lower threshold may leave right cards unsuggested.</summary>
    private const double SuggestLoss = 0.01;

    private const int Folds = 5;

    /// <summary>Fits to these questions, each ranked within its own deck.</summary>
    /// <param name="questions">Sets over the decks of the index; check them with <see cref="Evaluator.Problems"/> first.</param>
    /// <param name="index">The decks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public FittedWeights Fit(IReadOnlyList<EvaluationQuestion> questions, CardIndex index, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(index);
        var retriever = new Retriever(encoder, null);
        var examples = new List<FittingExample>();
        var certain = new List<EvaluatedQuestion>();
        foreach (var question in questions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var deck = question.Deck is { } id ? index.Narrow(id) : index;
            var reading = QuestionReader.Read(question.Question);
            var expected = Evaluator.Expected(question, index.Library);
            if (reading.Sides is { IsCertain: true } || reading.Intent == Intent.None)
            {
                continue;
            }

            if (retriever.Examine(deck, reading, out var named) is { } evidence)
            {
                bool[] isRight = [.. Enumerable.Range(0, evidence.Count)
                    .Select(i => expected.Contains(deck[evidence.Candidates[i].Row].Card.Id))];
                examples.Add(new FittingExample(question, evidence, isRight, Fold(question)));
            }
            else if (named.Count > 0)
            {
                var isRight = expected.Contains(named[0].Id);
                certain.Add(new EvaluatedQuestion(question, expected, named[0].Id, isRight ? 1 : null, Band.Answer, 1, 0));
            }
        }

        return Fit(examples, certain);
    }

    private FittedWeights Fit(List<FittingExample> examples, List<EvaluatedQuestion> certain)
    {
        if (examples.All(example => example.Question.IsAnswerable) || !examples.Any(example => example.Question.IsAnswerable))
        {
            throw new InvalidOperationException("The questions to fit to must hold some that a card answers and some that none does.");
        }

        var tested = new List<EvaluatedQuestion>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var training = examples.Where(example => example.Fold != fold).ToList();
            var fusion = FitFusion(training);
            var confidence = FitConfidence(training, fusion);
            foreach (var example in examples.Where(example => example.Fold == fold))
            {
                var (_, features) = example.Judge(fusion);
                tested.Add(new EvaluatedQuestion(
                    example.Question, [], null, example.Rank(fusion), Band.Suggest, confidence.Probability(features), 0));
            }
        }

        tested.AddRange(certain);
        var answerFrom = AnswerThreshold(tested);
        var suggestFrom = Math.Min(answerFrom, SuggestThreshold(tested));
        var allFusion = FitFusion(examples);
        var weights = new RankingWeights(
            encoder.ModelSha256, allFusion, FitConfidence(examples, allFusion), answerFrom, suggestFrom);
        foreach (var example in examples)
        {
            example.Evidence.Dispose();
        }

        return new FittedWeights(
            weights,
            EvaluationReport.Of([.. tested.Select(question => question with { Band = weights.BandOf(question.Confidence) })]));
    }

    /// <summary>
    /// Softmax cross-entropy over the candidates, mean over the questions, L2 0.02: the probability of a question's
    /// right cards under its scores is made as great as the small weights allow.
    /// </summary>
    private static FusionWeights FitFusion(List<FittingExample> examples)
    {
        const double L2 = 0.02;
        var answerable = examples.Where(example => example.IsRight.Any(right => right)).ToList();
        var weights = Newton.Minimize(RankingFeatures.Count, (point, gradient, hessian) =>
        {
            var loss = 0.0;
            foreach (var example in answerable)
            {
                loss += AddSoftmax(example, point, gradient, hessian, 1.0 / answerable.Count);
            }

            return loss + AddPenalty(point, gradient, hessian, L2, from: 0);
        });
        return new FusionWeights(weights[0], weights[1], weights[2], weights[3]);
    }

    /// <summary>
    /// −log of the softmax probability of the right cards, with derivatives. Of several right cards the one that scores
    /// best counts, which keeps the function convex around it.
    /// </summary>
    private static double AddSoftmax(FittingExample example, double[] point, double[] gradient, double[,] hessian, double share)
    {
        var candidates = example.Evidence.Candidates;
        var features = new double[candidates.Length][];
        var scores = new double[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
        {
            features[i] = new double[RankingFeatures.Count];
            candidates[i].Features.CopyTo(features[i]);
            scores[i] = features[i].Zip(point, (x, w) => x * w).Sum();
        }

        var greatest = scores.Max();
        double[] odds = [.. scores.Select(score => Math.Exp(score - greatest))];
        var total = odds.Sum();
        var target = Enumerable.Range(0, scores.Length).Where(i => example.IsRight[i]).MaxBy(i => scores[i]);
        var mean = new double[RankingFeatures.Count];
        for (var i = 0; i < odds.Length; i++)
        {
            for (var j = 0; j < mean.Length; j++)
            {
                mean[j] += odds[i] / total * features[i][j];
            }
        }

        for (var j = 0; j < mean.Length; j++)
        {
            gradient[j] += share * (mean[j] - features[target][j]);
            for (var k = 0; k < mean.Length; k++)
            {
                for (var i = 0; i < odds.Length; i++)
                {
                    hessian[j, k] += share * odds[i] / total * (features[i][j] - mean[j]) * (features[i][k] - mean[k]);
                }
            }
        }

        return share * (Math.Log(total) + greatest - scores[target]);
    }

    /// <summary>
    /// Logistic regression, C = 1, on standardised features; the result reads the features as they are. With C = 5, as in
    /// the first recipe, fewer unseen questions were answered at the same precision (cross-validated).
    /// </summary>
    private static ConfidenceWeights FitConfidence(List<FittingExample> examples, FusionWeights fusion)
    {
        const double InverseC = 1.0;
        const int Count = ConfidenceFeatures.Count;
        var rows = new List<double[]>();
        var labels = new List<double>();
        foreach (var example in examples)
        {
            var (best, features) = example.Judge(fusion);
            var row = new double[Count];
            features.CopyTo(row);
            rows.Add(row);
            labels.Add(example.IsRight[best] ? 1 : 0);
        }

        double[] means = [.. Enumerable.Range(0, Count).Select(j => rows.Average(row => row[j]))];
        double[] scales = [.. Enumerable.Range(0, Count)
            .Select(j => Math.Sqrt(rows.Average(row => (row[j] - means[j]) * (row[j] - means[j]))))
            .Select(scale => scale > 1e-9 ? scale : 1)];
        var point = Newton.Minimize(Count + 1, (weights, gradient, hessian) =>
        {
            var loss = 0.0;
            for (var i = 0; i < rows.Count; i++)
            {
                loss += AddLogistic(rows[i], means, scales, labels[i], weights, gradient, hessian);
            }

            return loss + AddPenalty(weights, gradient, hessian, InverseC, from: 1);
        });
        double[] coefficients = [.. Enumerable.Range(0, Count).Select(j => point[j + 1] / scales[j])];
        return new ConfidenceWeights(point[0] - coefficients.Zip(means, (c, m) => c * m).Sum(), coefficients);
    }

    private static double AddLogistic(
        double[] row, double[] means, double[] scales, double label, double[] weights, double[] gradient, double[,] hessian)
    {
        var x = new double[row.Length + 1];
        x[0] = 1;
        for (var j = 0; j < row.Length; j++)
        {
            x[j + 1] = (row[j] - means[j]) / scales[j];
        }

        var sum = x.Zip(weights, (a, b) => a * b).Sum();
        var probability = 1 / (1 + Math.Exp(-sum));
        for (var j = 0; j < x.Length; j++)
        {
            gradient[j] += (probability - label) * x[j];
            for (var k = 0; k < x.Length; k++)
            {
                hessian[j, k] += probability * (1 - probability) * x[j] * x[k];
            }
        }

        var signed = label > 0 ? sum : -sum;
        return signed > 0 ? Math.Log(1 + Math.Exp(-signed)) : -signed + Math.Log(1 + Math.Exp(signed));
    }

    /// <summary>Half of the squared weights times their strength, from one weight on (the intercept is free).</summary>
    private static double AddPenalty(double[] point, double[] gradient, double[,] hessian, double strength, int from)
    {
        var penalty = 0.0;
        for (var j = 0; j < point.Length; j++)
        {
            // A trace of penalty on a free intercept keeps the Hessian invertible.
            var own = j < from ? 1e-9 : strength;
            penalty += own / 2 * point[j] * point[j];
            gradient[j] += own * point[j];
            hessian[j, j] += own;
        }

        return penalty;
    }

    /// <summary>The lowest confidence from which on precision and false answers keep their bounds.</summary>
    internal static double AnswerThreshold(IReadOnlyList<EvaluatedQuestion> tested)
    {
        var unanswerable = tested.Count(question => !question.Question.IsAnswerable);
        double? lowest = null;
        int answered = 0, right = 0, wrong = 0;
        foreach (var group in tested.GroupBy(question => question.Confidence).OrderByDescending(group => group.Key))
        {
            answered += group.Count();
            right += group.Count(question => question.IsRight);
            wrong += group.Count(question => !question.Question.IsAnswerable);
            if (right >= LeastPrecision * answered && wrong <= GreatestFalseAnswerRate * unanswerable)
            {
                lowest = group.Key;
            }
        }

        return lowest ?? 1;
    }

    /// <summary>The confidence that all but one in a hundred of the findable questions reach.</summary>
    internal static double SuggestThreshold(IReadOnlyList<EvaluatedQuestion> tested)
    {
        var findable = tested.Where(question => question.Rank <= 3).Select(question => question.Confidence).Order().ToList();
        return findable.Count == 0 ? 0 : findable[(int)(SuggestLoss * findable.Count)];
    }

    /// <summary>Questions of one card stay together, whatever the order of the file.</summary>
    private static int Fold(EvaluationQuestion question)
    {
        var key = question.IsAnswerable ? $"{question.Deck}#{question.Cards[0]}" : question.Question;
        var hash = 2166136261u;
        foreach (var c in key)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)(hash % Folds);
    }
}
