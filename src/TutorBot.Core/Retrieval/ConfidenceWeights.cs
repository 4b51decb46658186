namespace TutorBot.Core.Retrieval;

/// <summary>A fitted logistic regression: how likely the first card is right.</summary>
/// <param name="Intercept">The constant.</param>
/// <param name="Coefficients">One for each number of <see cref="ConfidenceFeatures"/>.</param>
public sealed record ConfidenceWeights(double Intercept, IReadOnlyList<double> Coefficients)
{
    /// <summary>The probability, 0 to 1.</summary>
    public double Probability(ConfidenceFeatures features)
    {
        Span<double> numbers = stackalloc double[ConfidenceFeatures.Count];
        features.CopyTo(numbers);
        var sum = Intercept;
        for (var i = 0; i < numbers.Length; i++)
        {
            sum += Coefficients[i] * numbers[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
