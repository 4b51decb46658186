using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace TutorBot.Discord.Api;

/// <summary>
/// Discord's limits on requests: a queue for each route and channel, a pause for all, and a stop before or after Discord blocks
/// our address. Source: Discord's rate limits page; one bucket is reported for routes that count apart, so queues go by route.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to log.</param>
internal sealed class RequestLimits(TimeProvider time, ILogger logger)
{
    /// <summary>A message of over an hour may be edited seldom; Discord says so by this code. Source: Discord's JSON error codes.</summary>
    public const int TooManyEdits = 30046;

    /// <summary>10,000 refused requests in ten minutes block an address: we stop long before.</summary>
    private const int MostRefused = 1000;
    private const int PerSecond = 45;
    private static readonly TimeSpan RefusedWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Blocked = TimeSpan.FromMinutes(10);

    /// <summary>A little more than Discord says: its clock is not ours.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);
    private readonly Dictionary<string, RouteQueue> _routes = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _refused = new();
    private readonly Queue<DateTimeOffset> _sent = new();
    private readonly Lock _lock = new();
    private DateTimeOffset _allPausedUntil;
    private DateTimeOffset _blockedUntil;

    /// <summary>Waits for a request's turn; hold it until the answer is noted.</summary>
    /// <exception cref="DiscordException">Our address is blocked, or soon would be.</exception>
    public async Task<IDisposable> EnterAsync(ApiRoute route, CancellationToken cancellationToken)
    {
        ThrowIfBlocked(route);
        RouteQueue queue;
        lock (_lock)
        {
            if (!_routes.TryGetValue($"{route.Name} {route.TopLevel}", out var known))
            {
                RemoveIdle();
                _routes[$"{route.Name} {route.TopLevel}"] = known = new RouteQueue();
            }

            queue = known;
            queue.Waiting++;
        }

        try
        {
            await queue.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                queue.Waiting--;
            }

            throw;
        }

        var turn = new Turn(this, queue);
        try
        {
            while (Pause(queue) is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }

            ThrowIfBlocked(route);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Throws while our address is blocked: each request more would make it worse.</summary>
    /// <exception cref="DiscordException">It is.</exception>
    public void ThrowIfBlocked(ApiRoute route)
    {
        lock (_lock)
        {
            if (_blockedUntil > time.GetUtcNow())
            {
                throw new DiscordException(route.Name, null, 0, "Discord blocks requests from this address for a while.", []);
            }
        }
    }

    /// <summary>Notes what an answer says of the limits.</summary>
    /// <param name="route">Of which request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="code">Discord's own code; 0 where it gave none.</param>
    /// <param name="retryAfter">From the body of a 429, or null.</param>
    /// <returns>How long to wait before the same request again; null where it was not limited.</returns>
    /// <exception cref="DiscordException">Our address is blocked.</exception>
    public TimeSpan? Note(ApiRoute route, HttpResponseMessage answer, int code, TimeSpan? retryAfter)
    {
        var headers = answer.Headers;
        var now = time.GetUtcNow();
        var scope = Value(headers, "X-RateLimit-Scope");
        var status = (int)answer.StatusCode;
        lock (_lock)
        {
            if (_routes.TryGetValue($"{route.Name} {route.TopLevel}", out var queue)
                && Value(headers, "X-RateLimit-Remaining") == "0" && Seconds(Value(headers, "X-RateLimit-Reset-After")) is { } reset)
            {
                queue.PausedUntil = now + reset + Margin;
            }

            if (status is 401 or 403 or 429 && scope != "shared")
            {
                Refused(now);
            }

            // A code without a time to wait is a refusal of that one thing, as 30046: an old message was edited too often.
            if (status != 429 || code == TooManyEdits || (code != 0 && retryAfter is null))
            {
                return null;
            }

            if (scope.Length == 0 && retryAfter is null)
            {
                // Without a word of Discord's own it comes from what stands before Discord: our address is blocked.
                Block(now);
                throw new DiscordException(route.Name, answer.StatusCode, 0, "Discord blocks requests from this address for a while.", []);
            }

            var wait = (retryAfter ?? headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1)) + Margin;
            if (scope == "global" || Value(headers, "X-RateLimit-Global").Equals("true", StringComparison.OrdinalIgnoreCase))
            {
                _allPausedUntil = now + wait;
            }
            else if (queue is not null)
            {
                queue.PausedUntil = now + wait;
            }

            Log.Limited(logger, wait, scope, route.Name);
            return wait;
        }
    }

    private static string Value(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() ?? "" : "";

    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>How long a request whose turn it is has to wait; zero: it is counted and goes.</summary>
    private TimeSpan? Pause(RouteQueue queue)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var until = queue.PausedUntil > _allPausedUntil ? queue.PausedUntil : _allPausedUntil;
            if (until > now)
            {
                return until - now;
            }

            while (_sent.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
            {
                _sent.Dequeue();
            }

            if (_sent.Count >= PerSecond)
            {
                return TimeSpan.FromSeconds(1) - (now - _sent.Peek());
            }

            _sent.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    private void Refused(DateTimeOffset now)
    {
        _refused.Enqueue(now);
        while (_refused.TryPeek(out var first) && now - first > RefusedWindow)
        {
            _refused.Dequeue();
        }

        if (_refused.Count >= MostRefused)
        {
            Block(now);
        }
    }

    private void Block(DateTimeOffset now)
    {
        _blockedUntil = now + Blocked;
        Log.Blocked(logger, Blocked);
    }

    /// <summary>Channels come and go: queues that nobody waits in and nothing holds back are forgotten.</summary>
    private void RemoveIdle()
    {
        if (_routes.Count < 1000)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var (key, _) in _routes.Where(route => route.Value.Waiting == 0 && route.Value.PausedUntil <= now).ToList())
        {
            _routes.Remove(key);
        }
    }

    private sealed class RouteQueue
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Waiting { get; set; }

        public DateTimeOffset PausedUntil { get; set; }
    }

    private sealed class Turn(RequestLimits limits, RouteQueue queue) : IDisposable
    {
        public void Dispose()
        {
            lock (limits._lock)
            {
                queue.Waiting--;
            }

            queue.Turn.Release();
        }
    }
}
