namespace TutorBot.Benchmarks;

/// <summary>What storing answers took.</summary>
/// <param name="PerSecond">Answers a second, one after the other.</param>
/// <param name="Ratio">The median time of an answer divided by that of a bare INSERT.</param>
internal sealed record Answers(double PerSecond, double Ratio);
