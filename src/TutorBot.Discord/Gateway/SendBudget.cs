namespace TutorBot.Discord.Gateway;

/// <summary>
/// What a connection may send: 120 frames in 60 seconds, heartbeats included; more is answered by closing it (4008). A few
/// are left to heartbeats alone. Source: Discord's gateway page, rate limiting.
/// </summary>
internal sealed class SendBudget(TimeProvider time)
{
    private const int Most = 120;
    private const int ForHeartbeats = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<long> _sent = new();
    private readonly Lock _lock = new();

    /// <summary>Takes one frame out of the budget; false where it is used up for now.</summary>
    public bool TryTake(bool isHeartbeat)
    {
        lock (_lock)
        {
            while (_sent.TryPeek(out var first) && time.GetElapsedTime(first) >= Window)
            {
                _sent.Dequeue();
            }

            if (_sent.Count >= (isHeartbeat ? Most : Most - ForHeartbeats))
            {
                return false;
            }

            _sent.Enqueue(time.GetTimestamp());
            return true;
        }
    }
}
