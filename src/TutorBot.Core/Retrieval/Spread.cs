namespace TutorBot.Core.Retrieval;

/// <summary>Mean and standard deviation of numbers as they come.</summary>
internal struct Spread
{
    private const double Negligible = 1e-6;

    private double _sum;
    private double _squares;
    private int _count;

    /// <summary>Takes another number in.</summary>
    public void Add(double number)
    {
        _sum += number;
        _squares += number * number;
        _count++;
    }

    /// <summary>How many standard deviations a number lies above the mean; 0 where all numbers are one.</summary>
    public readonly double StandardScore(double number)
    {
        var mean = _sum / _count;
        var deviation = Math.Sqrt(Math.Max(0, (_squares / _count) - (mean * mean)));
        return deviation > Negligible ? (number - mean) / deviation : 0;
    }
}
