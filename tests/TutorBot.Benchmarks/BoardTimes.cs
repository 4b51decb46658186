namespace TutorBot.Benchmarks;

/// <summary>What one kind of board took.</summary>
/// <param name="P95">Milliseconds over 1,000,000 rows.</param>
/// <param name="GrownP95">Milliseconds at ten times the rows of other groups.</param>
/// <param name="Growth">The median there divided by the median without them.</param>
internal sealed record BoardTimes(double P95, double GrownP95, double Growth);
