namespace TutorBot.TestSupport;

/// <summary>A clock that stands still until it is set forward: then the timers that have become due go off, in their order.</summary>
public sealed class SteppedTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<SteppedTimer> _timers = [];
    private readonly List<(TimeSpan[] Spans, TaskCompletionSource<TimeSpan> Found)> _awaited = [];
    private readonly List<(TimeSpan Span, TaskCompletionSource Gone)> _unwanted = [];
    private DateTimeOffset _now = start;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the clock forward.</summary>
    public void Advance(TimeSpan span)
    {
        var until = GetUtcNow() + span;
        while (true)
        {
            SteppedTimer? next;
            lock (_lock)
            {
                next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
                if (next is null)
                {
                    _now = until;
                    return;
                }

                _now = next.Due > _now ? next.Due : _now;
                next.Next();
            }

            next.Fire();
        }
    }

    /// <summary>Until something waits for one of these times from now on; which.</summary>
    public Task<TimeSpan> WaitingAsync(params TimeSpan[] spans)
    {
        lock (_lock)
        {
            if (_timers.Find(timer => spans.Contains(timer.Due - _now)) is { } there)
            {
                return Task.FromResult(there.Due - _now);
            }

            var found = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((spans, found));
            return found.Task;
        }
    }

    /// <summary>Until nothing waits for that time from now on: whatever was begun with it as its limit is done.</summary>
    public Task WithoutAsync(TimeSpan span)
    {
        lock (_lock)
        {
            if (!_timers.Exists(timer => timer.Due - _now == span))
            {
                return Task.CompletedTask;
            }

            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _unwanted.Add((span, gone));
            return gone.Task;
        }
    }

    /// <summary>How many timers are set.</summary>
    public int Timers
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    private sealed class SteppedTimer(SteppedTime time, Action fire) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isNow = false;
            lock (time._lock)
            {
                time._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                isNow = dueTime == TimeSpan.Zero;
                if (!isNow || period > TimeSpan.Zero)
                {
                    Due = time._now + (isNow ? period : dueTime);
                    time._timers.Add(this);
                    foreach (var awaited in time._awaited.Where(awaited => awaited.Spans.Contains(Due - time._now)).ToList())
                    {
                        time._awaited.Remove(awaited);
                        awaited.Found.SetResult(Due - time._now);
                    }
                }
            }

            if (isNow)
            {
                Fire();
            }

            return true;
        }

        public void Fire() => fire();

        /// <summary>Set for its next time, or taken out; under the lock.</summary>
        public void Next()
        {
            if (_period > TimeSpan.Zero)
            {
                Due += _period;
            }
            else
            {
                time._timers.Remove(this);
            }
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                foreach (var unwanted in time._unwanted.Where(unwanted => !time._timers.Exists(timer => timer.Due - time._now == unwanted.Span)).ToList())
                {
                    time._unwanted.Remove(unwanted);
                    unwanted.Gone.SetResult();
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
