namespace TutorBot.Discord.Interactions;

/// <summary>The ids of the last things that arrived: what is delivered again, as after a resume, is known by it.</summary>
internal sealed class RecentIds
{
    private const int Kept = 10_000;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Lock _lock = new();

    /// <summary>Takes an id in; false where it is known.</summary>
    public bool TryAdd(string id)
    {
        lock (_lock)
        {
            if (!_known.Add(id))
            {
                return false;
            }

            _order.Enqueue(id);
            if (_order.Count > Kept)
            {
                _known.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
