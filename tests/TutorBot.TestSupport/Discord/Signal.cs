namespace TutorBot.TestSupport.Discord;

/// <summary>Wakes those who wait for something to become true, without polling.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = Create();

    public void Raise() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    /// <summary>What <paramref name="probe"/> finds, once it finds something.</summary>
    /// <exception cref="TimeoutException">Nothing within <paramref name="patience"/> of real time; the message says for what it waited.</exception>
    public async Task<T> UntilAsync<T>(Func<T?> probe, Func<string> waitedFor, TimeSpan patience, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            if (probe() is { } found)
            {
                return found;
            }

            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {patience.TotalSeconds:0.#} s for {waitedFor()}.");
            }
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
