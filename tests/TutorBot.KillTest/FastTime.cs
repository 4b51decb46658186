using System.Globalization;

namespace TutorBot.KillTest;

/// <summary>A clock that runs faster than the real one, from an instant that all starts of a run share.</summary>
internal sealed class FastTime(DateTimeOffset start, int factor) : TimeProvider
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(15);
    private static readonly DateTimeOffset Epoch = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Epoch + (System.GetUtcNow() - start) * factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    /// <summary>Starts the clock of a run.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="factor">How much faster than the real one.</param>
    public static void Start(string folder, int factor) =>
        File.WriteAllText(Path.Combine(folder, "start.txt"), string.Create(CultureInfo.InvariantCulture, $"{System.GetUtcNow():O} {factor}"));

    /// <summary>The clock of a run.</summary>
    public static FastTime Of(string folder)
    {
        var parts = File.ReadAllText(Path.Combine(folder, "start.txt")).Split(' ');
        return new FastTime(DateTimeOffset.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private TimeSpan Scaled(TimeSpan span) =>
        span == Timeout.InfiniteTimeSpan || span <= TimeSpan.Zero ? span : span / factor < Shortest ? Shortest : span / factor;
}
