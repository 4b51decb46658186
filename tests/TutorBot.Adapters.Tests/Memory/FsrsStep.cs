using TutorBot.Core.Memory;

namespace TutorBot.Adapters.Tests.Memory;

/// <summary>A review in an <see cref="FsrsHistory"/>: the days before it, the recall then (null at first), the state after it, the interval.</summary>
public sealed record FsrsStep(double T, Rating Rating, double? Recall, double Stability, double Difficulty, int Interval)
{
    public MemoryState State => new(Stability, Difficulty);
}
