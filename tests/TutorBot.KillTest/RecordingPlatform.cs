using TutorBot.Core.Chat;

namespace TutorBot.KillTest;

/// <summary>
/// A platform whose messages survive the workers: a log on the disk for each start. The same nonce finds the message that is
/// there, whoever posted it and however close together, as Discord's does.
/// </summary>
internal sealed class RecordingPlatform(string folder, string worker) : IPlatform, IDisposable
{
    private readonly DurableLog<Shown> _log = new(Path.Combine(folder, $"platform-{worker}.log"));
    private readonly Mutex _alone = new(false, $"Global\\tutorbot-{Path.GetFileName(folder)}");
    private readonly SemaphoreSlim _shown = new(0);

    public string Name => "recording";

    public bool IsConnected => true;

    public IReadOnlyList<UserRef> Operators { get; } = [];

    public Task<string?> PostAsync(ChannelRef channel, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        AloneAmongWorkers(() =>
        {
            if (!DurableLog<Shown>.ReadAll(folder, "platform").Any(shown => shown.Nonce == nonce))
            {
                Show(new Shown(nonce, true, IsFinal(blocks), TimeProvider.System.GetUtcNow()));
            }
        });
        return Task.FromResult<string?>(nonce);
    }

    public Task<bool> TellAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> EditAsync(ChannelRef channel, string messageId, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        Show(new Shown(messageId, false, IsFinal(blocks), TimeProvider.System.GetUtcNow()));
        return Task.FromResult(true);
    }

    /// <summary>Until something more is shown, since this was last asked.</summary>
    public async Task<bool> ShownAsync()
    {
        await _shown.WaitAsync();
        return true;
    }

    public void Dispose()
    {
        _log.Dispose();
        _alone.Dispose();
        _shown.Dispose();
    }

    private void Show(Shown shown)
    {
        lock (_log)
        {
            _log.Add(shown);
        }

        Console.WriteLine(Mark.Done);
        _shown.Release();
    }

    /// <summary>The system hands the mutex on when a worker is killed that has it.</summary>
    private void AloneAmongWorkers(Action act)
    {
        try
        {
            _alone.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // It is ours now; what the killed worker wrote is whole or cut, and a cut line is no message.
        }

        try
        {
            act();
        }
        finally
        {
            _alone.ReleaseMutex();
        }
    }

    private static bool IsFinal(IReadOnlyList<Block> blocks) => blocks.OfType<Paragraph>().Any(paragraph => paragraph.Text.Source.Contains("· closed", StringComparison.Ordinal));
}
