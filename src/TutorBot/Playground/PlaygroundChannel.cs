using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;

namespace TutorBot.Playground;

/// <summary>
/// What is said in the playground's channels: the last messages, and who listens. Replies live in memory; what the tutor
/// posts on its own is in the database and comes back by <see cref="Post"/>. Safe for concurrent callers.
/// </summary>
internal sealed class PlaygroundChannel(TimeProvider time)
{
    private const int Kept = 200;
    private const int Waiting = 100;
    private const string Tutor = "TutorBot";
    private readonly Lock _lock = new();
    private readonly List<PlaygroundMessage> _messages = [];
    private ImmutableList<Channel<PlaygroundMessage>> _listeners = [];
    private readonly HashSet<string> _shared = [];
    private long _lastId;

    /// <summary>Tells one start of the worker from another: ids count anew from 1 with each.</summary>
    public string Epoch { get; } = time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Says something in a channel, or to one person alone.</summary>
    public void Add(string room, string? visibleTo, string author, bool isTutor, string html)
    {
        lock (_lock)
        {
            Show(room, string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{_lastId + 1}"), visibleTo, author, isTutor, html, time.GetUtcNow());
        }
    }

    /// <summary>Shows a post of the tutor, or what it has become.</summary>
    public void Post(string room, string? visibleTo, string key, string html, DateTimeOffset at)
    {
        lock (_lock)
        {
            Show(room, key, visibleTo, Tutor, true, html, at);
        }
    }

    /// <summary>Changes what a message shows that one person alone sees; false where there is none.</summary>
    public bool TryReplace(string key, string visibleTo, string html)
    {
        lock (_lock)
        {
            if (_messages.Find(message => message.Key == key && message.VisibleTo == visibleTo) is not { } message)
            {
                return false;
            }

            Show(message.Room, key, visibleTo, message.Author, message.IsTutor, html, message.At);
            return true;
        }
    }

    /// <summary>Notes that a message is shared with all; false where it was before.</summary>
    public bool TryShare(string key)
    {
        lock (_lock)
        {
            return _messages.Exists(message => message.Key == key) && _shared.Add(key);
        }
    }

    /// <summary>What a person may see in a channel of the changes after one, the oldest first.</summary>
    public IReadOnlyList<PlaygroundMessage> After(long id, string room, string person)
    {
        lock (_lock)
        {
            return [.. _messages.Where(message => message.Id > id && IsFor(message, room, person))];
        }
    }

    /// <summary>The number of the last change.</summary>
    public long LastId
    {
        get
        {
            lock (_lock)
            {
                return _lastId;
            }
        }
    }

    /// <summary>The changes after one, then every new one as it comes, until the token ends it.</summary>
    public async IAsyncEnumerable<PlaygroundMessage> ListenAsync(
        long after, string room, string person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listener = Channel.CreateBounded<PlaygroundMessage>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        IReadOnlyList<PlaygroundMessage> missed;
        lock (_lock)
        {
            missed = After(after, room, person);
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
                if (IsFor(message, room, person))
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

    private void Show(string room, string key, string? visibleTo, string author, bool isTutor, string html, DateTimeOffset at)
    {
        var message = new PlaygroundMessage(++_lastId, key, room, visibleTo, author, isTutor, html, at);
        var place = _messages.FindIndex(other => other.Key == key);
        if (place >= 0)
        {
            _messages[place] = message;
        }
        else
        {
            _messages.Add(message);
        }

        if (_messages.Count > Kept)
        {
            _shared.Remove(_messages[0].Key);
            _messages.RemoveAt(0);
        }

        foreach (var listener in _listeners)
        {
            listener.Writer.TryWrite(message);
        }
    }

    private static bool IsFor(PlaygroundMessage message, string room, string person) =>
        message.Room == room && (message.VisibleTo is null || message.VisibleTo == person);
}
