namespace TutorBot.Benchmarks;

/// <summary>Nearest-rank percentiles of times in milliseconds.</summary>
internal sealed record Percentiles(double P50, double P95)
{
    public static Percentiles Of(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return new Percentiles(At(sorted, 0.5), At(sorted, 0.95));
    }

    private static double At(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
