namespace TutorBot.TestSupport;

/// <summary>The real clock, set forward by a test instead of waiting.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    /// <summary>How far it is set forward.</summary>
    public TimeSpan Shift => TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    /// <summary>Sets it forward, further than it is.</summary>
    public void Advance(TimeSpan span) => Interlocked.Add(ref _shift, span.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
