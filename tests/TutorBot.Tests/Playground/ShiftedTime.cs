namespace TutorBot.Tests.Playground;

/// <summary>The real clock, set forward by a test instead of waiting.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    public void Advance(TimeSpan span) => Interlocked.Add(ref _shift, span.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));
}
