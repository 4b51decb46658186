using TutorBot.Core.Chat;

namespace TutorBot.Adapters.Tests.Daily;

/// <summary>A platform that keeps what it is given, and can lose messages or fail as real ones do.</summary>
internal sealed class RecordingPlatform : IPlatform
{
    private readonly Dictionary<string, string> _byNonce = new(StringComparer.Ordinal);

    public string Name => "playground";

    public bool IsConnected => true;

    public IReadOnlyList<UserRef> Operators { get; } = [];

    /// <summary>The messages by id, as they show now.</summary>
    public Dictionary<string, (ChannelRef Channel, IReadOnlyList<Block> Blocks)> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each message was edited.</summary>
    public int Edits { get; private set; }

    /// <summary>Whether posting works but its answer is lost.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>What people were told, in order.</summary>
    public List<(UserRef Who, IReadOnlyList<Block> Blocks)> Told { get; } = [];

    /// <summary>Whether people take no messages.</summary>
    public bool IsShut { get; set; }

    /// <summary>Channels that are gone.</summary>
    public HashSet<string> Gone { get; } = [];

    public Task<bool> TellAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        if (!IsShut)
        {
            Told.Add((who, blocks));
        }

        return Task.FromResult(!IsShut);
    }

    /// <summary>What happens while a message is being posted, or null.</summary>
    public Func<ChannelRef, Task>? Posting { get; set; }

    public async Task<string?> PostAsync(ChannelRef channel, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        if (Posting is { } posting)
        {
            await posting(channel);
        }

        if (Gone.Contains(channel.Id))
        {
            return null;
        }

        if (!_byNonce.TryGetValue(nonce, out var id))
        {
            id = $"m{_byNonce.Count + 1}";
            _byNonce.Add(nonce, id);
            Messages.Add(id, (channel, blocks));
        }

        return LosesAnswers ? throw new HttpRequestException("The connection was closed.") : id;
    }

    public Task<bool> EditAsync(ChannelRef channel, string messageId, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        if (!Messages.ContainsKey(messageId))
        {
            return Task.FromResult(false);
        }

        Edits++;
        Messages[messageId] = (channel, blocks);
        return Task.FromResult(true);
    }
}
