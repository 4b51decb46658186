namespace TutorBot.TestSupport.Discord;

/// <summary>What goes wrong on the REST side, and when.</summary>
public sealed class FakeFaults
{
    private readonly Lock _gate = new();
    private readonly List<(Func<string, string, bool> Matches, RestFault Fault, int Left)> _planned = [];

    /// <summary>If set, edits of channel messages older than an hour are refused with 30046.</summary>
    public bool RefusesEditsOfOldMessages { get; set; }

    /// <summary>How many planned faults have not happened yet.</summary>
    public long Left
    {
        get
        {
            lock (_gate)
            {
                return _planned.Sum(planned => (long)planned.Left);
            }
        }
    }

    /// <summary>The next requests of one route go wrong.</summary>
    /// <param name="template">As in Discord's description, <c>/channels/{channel_id}/messages</c>; null for all routes.</param>
    /// <param name="times">How many of them.</param>
    public void Add(RestFault fault, string? method = null, string? template = null, int times = 1) =>
        Add(fault, (itsMethod, itsTemplate) => (method is null || method == itsMethod) && (template is null || template == itsTemplate), times);

    /// <param name="matches">Takes the method and the route's template.</param>
    /// <inheritdoc cref="Add(RestFault, string?, string?, int)"/>
    public void Add(RestFault fault, Func<string, string, bool> matches, int times = 1)
    {
        lock (_gate)
        {
            _planned.Add((matches, fault, times));
        }
    }

    /// <summary>Forgets what was planned.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    internal RestFault? Next(string method, string template)
    {
        lock (_gate)
        {
            var i = _planned.FindIndex(planned => planned.Left > 0 && planned.Matches(method, template));
            if (i < 0)
            {
                return null;
            }

            _planned[i] = _planned[i] with { Left = _planned[i].Left - 1 };
            return _planned[i].Fault;
        }
    }
}
