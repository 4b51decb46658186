using TutorBot.Core.Chat;

namespace TutorBot.KillTest;

/// <summary>A platform whose messages survive the worker: a log on the disk. The same nonce finds the message that is there.</summary>
internal sealed class RecordingPlatform : IPlatform, IDisposable
{
    private readonly DurableLog<Shown> _log;
    private readonly Dictionary<string, string> _ids;

    public RecordingPlatform(string file)
    {
        _ids = DurableLog<Shown>.Read(file).DistinctBy(shown => shown.Nonce).ToDictionary(shown => shown.Nonce, shown => shown.Id);
        _log = new DurableLog<Shown>(file);
    }

    public string Name => "recording";

    public Task<string?> PostAsync(ChannelRef channel, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        if (!_ids.TryGetValue(nonce, out var id))
        {
            id = $"m{_ids.Count + 1}";
            _log.Add(new Shown(nonce, id, IsFinal(blocks)));
            _ids.Add(nonce, id);
        }

        return Task.FromResult<string?>(id);
    }

    public Task<bool> TellAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> EditAsync(ChannelRef channel, string messageId, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var nonce = _ids.First(pair => pair.Value == messageId).Key;
        _log.Add(new Shown(nonce, messageId, IsFinal(blocks)));
        return Task.FromResult(true);
    }

    public void Dispose() => _log.Dispose();

    private static bool IsFinal(IReadOnlyList<Block> blocks) => blocks.OfType<Paragraph>().Any(paragraph => paragraph.Text.Source.Contains("· closed", StringComparison.Ordinal));
}
