using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using TutorBot.Core.Chat;
using TutorBot.Discord.Api;
using TutorBot.Discord.Rendering;

namespace TutorBot.Discord;

/// <summary>The way out to Discord: messages that nobody asked for.</summary>
internal sealed class DiscordPlatform(DiscordCalls calls, TimeProvider time) : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "discord";

    private const int LookedAt = 50;
    private static readonly TimeSpan FirstHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenLateCounts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan QuietBeforeClose = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, string> _directChannels = new(StringComparer.Ordinal);

    /// <summary>Messages that Discord lets us edit no more for now, until their round closes.</summary>
    private readonly ConcurrentDictionary<string, bool> _resting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _edited = new(StringComparer.Ordinal);
    private IReadOnlyList<UserRef> _operators = [];

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public IReadOnlyList<UserRef> Operators => Volatile.Read(ref _operators);

    /// <inheritdoc/>
    public bool IsConnected { get; internal set; }

    /// <summary>Discord has said who owns the application.</summary>
    public void SetOperators(IEnumerable<string> ids) => Volatile.Write(ref _operators, [.. ids.Select(id => new UserRef(PlatformName, "", id))]);

    /// <inheritdoc/>
    public bool MayCount(string messageId, DateTimeOffset postedAt, DateTimeOffset closesAt, DateTimeOffset now) =>
        !_resting.ContainsKey(messageId)
        && now < closesAt - QuietBeforeClose
        && (now < postedAt + FirstHour || !_edited.TryGetValue(messageId, out var edited) || now >= edited + BetweenLateCounts);

    /// <inheritdoc/>
    public Task<string?> PostAsync(ChannelRef channel, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken) =>
        PostOnceAsync(channel, nonce, null, blocks, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> ReplyAsync(ChannelRef channel, string messageId, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken) =>
        PostOnceAsync(channel, nonce, messageId, blocks, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TellAsync(UserRef who, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        try
        {
            if (!_directChannels.TryGetValue(who.Id, out var channel))
            {
                _directChannels[who.Id] = channel = await calls.OpenDirectChannelAsync(who.Id, cancellationToken).ConfigureAwait(false);
            }

            await CreateAsync(channel, MessageKey.Of(nonce), null, blocks, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DiscordException e) when (e.IsPersonClosed || e.IsChannelClosed)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> EditAsync(ChannelRef channel, string messageId, string nonce, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        try
        {
            await calls.EditMessageAsync(channel.Id, messageId, DiscordRenderer.Render(blocks, MessageKey.Mark(MessageKey.Of(nonce))).AsEdit(), cancellationToken).ConfigureAwait(false);
            _resting.TryRemove(messageId, out _);
            _edited[messageId] = time.GetUtcNow();
            return true;
        }
        catch (DiscordException e) when (e.IsMessageGone || e.Code == 10003)
        {
            return false;
        }
        catch (DiscordException e) when (e.IsEditedTooOften)
        {
            _resting[messageId] = true;
            throw;
        }
    }

    private async Task<string?> PostOnceAsync(ChannelRef channel, string nonce, string? repliesTo, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var key = MessageKey.Of(nonce);
        try
        {
            if (await FindAsync(channel.Id, key, cancellationToken).ConfigureAwait(false) is { } there)
            {
                return there;
            }

            return await CreateAsync(channel.Id, key, repliesTo, blocks, cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException e) when (e.IsChannelClosed)
        {
            return null;
        }
    }

    private async Task<string> CreateAsync(string channel, string key, string? repliesTo, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var message = DiscordRenderer.Render(blocks, MessageKey.Mark(key));
        var body = message.AsNew(0);
        if (repliesTo is not null)
        {
            body["message_reference"] = new JsonObject { ["message_id"] = repliesTo, ["fail_if_not_exists"] = false };
        }

        var created = await calls.CreateMessageAsync(channel, body, message.Files, key, cancellationToken).ConfigureAwait(false);
        return created.GetProperty("id").GetString() ?? "";
    }

    /// <summary>Our message of that key among the last ones; null where there is none, or we may not look.</summary>
    private async Task<string?> FindAsync(string channel, string key, CancellationToken cancellationToken)
    {
        try
        {
            var messages = await calls.LastMessagesAsync(channel, LookedAt, cancellationToken).ConfigureAwait(false);
            return messages.EnumerateArray().FirstOrDefault(message => HasMark(message, MessageKey.Mark(key))) is { ValueKind: JsonValueKind.Object } found
                ? found.GetProperty("id").GetString()
                : null;
        }
        catch (DiscordException e) when (e.Code is 50001 or 50013)
        {
            // Without the right to read the nonce alone has to do.
            return null;
        }
    }

    /// <summary>Whether a button of the message carries the mark: only our own messages have such.</summary>
    private static bool HasMark(JsonElement element, string mark) =>
        element.TryGetProperty("components", out var components) && components.ValueKind == JsonValueKind.Array
        && components.EnumerateArray().Any(component =>
            (component.TryGetProperty("custom_id", out var id) && DiscordCustomId.MarkOf(id.GetString() ?? "") == mark) || HasMark(component, mark));
}
