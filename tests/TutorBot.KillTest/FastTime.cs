using System.Globalization;

namespace TutorBot.KillTest;

/// <summary>A clock that runs faster than the real one, from an instant that all starts of a run share.</summary>
internal sealed class FastTime(DateTimeOffset start) : TimeProvider
{
    /// <summary>Two minutes are a day.</summary>
    public const int Factor = 720;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(15);
    private static readonly DateTimeOffset Epoch = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Epoch + (System.GetUtcNow() - start) * Factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    /// <summary>The clock of a run, made at its first use.</summary>
    public static FastTime Of(string folder)
    {
        var file = Path.Combine(folder, "start.txt");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        }

        return new FastTime(DateTimeOffset.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
    }

    private static TimeSpan Scaled(TimeSpan span) =>
        span == Timeout.InfiniteTimeSpan || span <= TimeSpan.Zero ? span : span / Factor < Shortest ? Shortest : span / Factor;
}
