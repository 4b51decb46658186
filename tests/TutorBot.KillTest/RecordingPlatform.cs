using TutorBot.Core.Chat;

namespace TutorBot.KillTest;

/// <summary>
/// A platform whose messages survive the workers: a log on the disk for each start. The same nonce finds the message that is
/// there, whoever posted it and however close together, as Discord's does.
/// </summary>
internal sealed class RecordingPlatform(string folder, string worker) : IPlatform, IDisposable
{
    private readonly DurableLog<Shown> _log = new(Path.Combine(folder, $"platform-{worker}.log"));

    public string Name => "recording";

    public async Task<string?> PostAsync(ChannelRef channel, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        using var alone = await AloneAsync(cancellationToken);
        if (!DurableLog<Shown>.ReadAll(folder, "platform").Any(shown => shown.Nonce == nonce))
        {
            _log.Add(new Shown(nonce, true, IsFinal(blocks), TimeProvider.System.GetUtcNow()));
        }

        return nonce;
    }

    public Task<bool> TellAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> EditAsync(ChannelRef channel, string messageId, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        _log.Add(new Shown(messageId, false, IsFinal(blocks), TimeProvider.System.GetUtcNow()));
        return Task.FromResult(true);
    }

    /// <summary>One worker at a time; the system lets go of it when a worker is killed.</summary>
    private async Task<FileStream> AloneAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, "platform.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
            }
        }
    }

    public void Dispose() => _log.Dispose();

    private static bool IsFinal(IReadOnlyList<Block> blocks) => blocks.OfType<Paragraph>().Any(paragraph => paragraph.Text.Source.Contains("· closed", StringComparison.Ordinal));
}
