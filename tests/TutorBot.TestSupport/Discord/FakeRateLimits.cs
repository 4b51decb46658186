using System.Globalization;
using System.Text;

namespace TutorBot.TestSupport.Discord;

/// <summary>Counts requests: per route and top-level id, and all together. Windows are fixed, by the fake's clock.</summary>
public sealed class FakeRateLimits
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Method, string Template), (int Limit, TimeSpan Window)> _limits = new()
    {
        [("POST", "/channels/{channel_id}/messages")] = (5, TimeSpan.FromSeconds(5)),
        [("PATCH", "/channels/{channel_id}/messages/{message_id}")] = (5, TimeSpan.FromSeconds(5)),
        [("DELETE", "/channels/{channel_id}/messages/{message_id}")] = (5, TimeSpan.FromSeconds(1)),
        [("POST", "/webhooks/{webhook_id}/{webhook_token}")] = (5, TimeSpan.FromSeconds(2)),
        [("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original")] = (5, TimeSpan.FromSeconds(2)),
        [("PUT", "/applications/{application_id}/commands")] = (60, TimeSpan.FromSeconds(20)),
    };

    private readonly Dictionary<string, (DateTimeOffset Ends, int Used)> _windows = [];
    private readonly Queue<DateTimeOffset> _invalid = [];
    private (DateTimeOffset Ends, int Used) _global;

    /// <summary>Requests per second over all routes but those of interactions; 50 at Discord.</summary>
    public int GlobalLimit { get; set; } = 50;

    /// <summary>The limit of routes without their own, per second and top-level id.</summary>
    public int OtherLimit { get; set; } = 20;

    /// <summary>Answers of 401, 403 and 429 (not shared) within 10 minutes after which Cloudflare bans; 10,000 at Discord.</summary>
    public int InvalidLimit { get; set; } = 10_000;

    /// <summary>How many of those there were in the last 10 minutes.</summary>
    public int InvalidRequests
    {
        get
        {
            lock (_gate)
            {
                return _invalid.Count;
            }
        }
    }

    /// <summary>Sets the limit of one route.</summary>
    public void Set(string method, string template, int limit, TimeSpan window)
    {
        lock (_gate)
        {
            _limits[(method, template)] = (limit, window);
        }
    }

    internal bool IsBanned(DateTimeOffset now)
    {
        lock (_gate)
        {
            while (_invalid.TryPeek(out var at) && now - at > TimeSpan.FromMinutes(10))
            {
                _invalid.Dequeue();
            }

            return _invalid.Count >= InvalidLimit;
        }
    }

    internal void CountInvalid(DateTimeOffset now)
    {
        lock (_gate)
        {
            _invalid.Enqueue(now);
        }
    }

    /// <summary>Counts one request against its limits.</summary>
    internal RateLimitVerdict Take(RestRoute route, IReadOnlyDictionary<string, string> parameters, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!route.IsOfAnInteraction)
            {
                _global = _global.Ends <= now ? (now.AddSeconds(1), 1) : (_global.Ends, _global.Used + 1);
                if (_global.Used > GlobalLimit)
                {
                    return new RateLimitVerdict("global", _global.Ends - now, new Dictionary<string, string>());
                }
            }

            var (limit, span) = _limits.GetValueOrDefault((route.Method, route.Template), (OtherLimit, TimeSpan.FromSeconds(1)));
            var key = route.BucketOf(parameters);
            var window = _windows.TryGetValue(key, out var known) && known.Ends > now ? (known.Ends, Used: known.Used + 1) : (Ends: now + span, Used: 1);
            _windows[key] = window;
            var headers = new Dictionary<string, string>
            {
                ["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture),
                ["X-RateLimit-Remaining"] = Math.Max(0, limit - window.Used).ToString(CultureInfo.InvariantCulture),
                ["X-RateLimit-Reset"] = (window.Ends.ToUnixTimeMilliseconds() / 1000.0).ToString("F3", CultureInfo.InvariantCulture),
                ["X-RateLimit-Reset-After"] = (window.Ends - now).TotalSeconds.ToString("F3", CultureInfo.InvariantCulture),
                ["X-RateLimit-Bucket"] = BucketName(route),
            };
            return new RateLimitVerdict(window.Used > limit ? "user" : null, window.Ends - now, headers);
        }
    }

    /// <summary>32 hexadecimal digits that stay the same for one route.</summary>
    private static string BucketName(RestRoute route)
    {
        var hash = Encoding.UTF8.GetBytes(route.Method + route.Template).Aggregate(14_695_981_039_346_656_037UL, (sum, one) => (sum ^ one) * 1_099_511_628_211UL);
        return string.Create(CultureInfo.InvariantCulture, $"{hash:x16}{~hash:x16}");
    }
}
