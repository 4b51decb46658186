using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;

namespace TutorBot.Playground;

/// <summary>
/// The one channel of the playground: its last messages, and who listens. It is for trying things out, so it lives in
/// memory. Safe for concurrent callers.
/// </summary>
internal sealed class PlaygroundChannel(TimeProvider time)
{
    private const int Kept = 200;
    private const int Waiting = 100;

    private readonly Lock _lock = new();
    private readonly LinkedList<PlaygroundMessage> _messages = new();
    private ImmutableList<Channel<PlaygroundMessage>> _listeners = [];
    private readonly HashSet<long> _shared = [];
    private long _lastId;

    /// <summary>Changes with each start of the program, as the messages are gone then and their numbers start over.</summary>
    public string Epoch { get; } = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Says something in the channel, or to one person alone.</summary>
    public void Add(string? visibleTo, string author, bool isTutor, string html)
    {
        lock (_lock)
        {
            var message = new PlaygroundMessage(Epoch, ++_lastId, visibleTo, author, isTutor, html, time.GetUtcNow());
            _messages.AddLast(message);
            if (_messages.Count > Kept)
            {
                _shared.Remove(_messages.First?.Value.Id ?? 0);
                _messages.RemoveFirst();
            }

            foreach (var listener in _listeners)
            {
                listener.Writer.TryWrite(message);
            }
        }
    }

    /// <summary>The number of the message that a page calls so, or null where it is of another epoch or no mark at all.</summary>
    public long? Find(string mark) =>
        mark.StartsWith(Epoch + "-", StringComparison.Ordinal)
        && long.TryParse(mark.AsSpan(Epoch.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>Notes that a message is shared with all; false where it was before.</summary>
    public bool TryShare(long id)
    {
        lock (_lock)
        {
            return _shared.Add(id);
        }
    }

    /// <summary>What a person may see of the messages after one, the oldest first.</summary>
    public IReadOnlyList<PlaygroundMessage> After(long id, string person)
    {
        lock (_lock)
        {
            return [.. _messages.Where(message => message.Id > id && IsFor(message, person))];
        }
    }

    /// <summary>The messages after one, then every new one as it comes, until the token ends it.</summary>
    public async IAsyncEnumerable<PlaygroundMessage> ListenAsync(
        long after, string person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listener = Channel.CreateBounded<PlaygroundMessage>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        IReadOnlyList<PlaygroundMessage> missed;
        lock (_lock)
        {
            missed = After(after, person);
            _listeners = _listeners.Add(listener);
        }

        try
        {
            foreach (var message in missed)
            {
                yield return message;
            }

            await foreach (var message in listener.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (IsFor(message, person))
                {
                    yield return message;
                }
            }
        }
        finally
        {
            lock (_lock)
            {
                _listeners = _listeners.Remove(listener);
            }
        }
    }

    private static bool IsFor(PlaygroundMessage message, string person) => message.VisibleTo is null || message.VisibleTo == person;
}
