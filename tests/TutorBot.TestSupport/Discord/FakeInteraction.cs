using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>What a person did, and what the bot made of it.</summary>
public sealed class FakeInteraction
{
    internal const int Command = 2;
    internal const int Component = 3;
    internal const int Autocomplete = 4;
    internal const int ModalSubmit = 5;

    private readonly World _world;
    private readonly List<FakeMessage> _followUps = [];

    internal FakeInteraction(World world, int type, FakeUser user, FakeChannel channel, string what)
    {
        (_world, Type, User, Channel, What, Id, Created) = (world, type, user, channel, what, world.NextId(), world.Now);
        Token = "aW50ZXJhY3Rpb24" + string.Concat(Enumerable.Repeat(world.NextSecret(), 5));
    }

    public string Id { get; }

    public string Token { get; }

    /// <summary>2 command, 3 component, 4 autocomplete, 5 modal.</summary>
    public int Type { get; }

    public FakeUser User { get; }

    public FakeChannel Channel { get; }

    /// <summary>When it was sent to the bot.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>The whole interaction as it went over the wire.</summary>
    public JsonElement Payload { get; internal set; }

    /// <summary>The bot's callback; null before there is one.</summary>
    public FakeCallback? Callback { get; private set; }

    /// <summary>Whether a callback came after the three seconds that Discord waits, and was refused.</summary>
    public bool IsMissed { get; internal set; }

    /// <summary>What @original means: the reply, or the message of the component. Null before the callback and after a modal.</summary>
    public FakeMessage? Original { get; internal set; }

    /// <summary>Messages that the bot sent after its reply.</summary>
    public IReadOnlyList<FakeMessage> FollowUps => _world.Locked(() => _followUps.ToList());

    /// <summary>How long the methods here wait, in real time.</summary>
    public TimeSpan Patience { get; internal set; } = TimeSpan.FromSeconds(10);

    internal FakeMessage? Source { get; init; }

    internal string? FocusedKind { get; init; }

    internal bool HasNewContent { get; private set; }

    internal Signal Changed { get; } = new();

    private string What { get; }

    /// <summary>The bot's callback, as soon as there is one.</summary>
    /// <exception cref="TimeoutException">There is none.</exception>
    public Task<FakeCallback> FirstCallbackAsync(CancellationToken cancellationToken = default) =>
        Changed.UntilAsync(() => _world.Locked(() => Callback), () => $"the callback to {What}", Patience, cancellationToken);

    /// <summary>The bot's reply: the message of its callback or, after a deferral, what it made of it.</summary>
    /// <exception cref="TimeoutException">There is none, or only "thinking…".</exception>
    /// <exception cref="InvalidOperationException">The bot answered with choices or with a modal.</exception>
    public async Task<FakeMessage> ReplyAsync(CancellationToken cancellationToken = default)
    {
        var callback = await FirstCallbackAsync(cancellationToken);
        return callback.Type is 8 or 9
            ? throw new InvalidOperationException($"{What} was answered with {(callback.Type == 8 ? "choices" : "a modal")}, not with a message.")
            : await Changed.UntilAsync(() => _world.Locked(() => HasNewContent ? Original : null), () => $"the reply to {What} after callback type {callback.Type}", Patience, cancellationToken);
    }

    /// <summary>The next message after the reply that is not among <see cref="FollowUps"/> before <paramref name="index"/>.</summary>
    /// <param name="index">From 0.</param>
    public Task<FakeMessage> FollowUpAsync(int index = 0, CancellationToken cancellationToken = default) => Changed.UntilAsync(
        () => _world.Locked(() => _followUps.ElementAtOrDefault(index)), () => $"follow-up {index} to {What}", Patience, cancellationToken);

    /// <summary>The choices that the bot offered, name and value as text.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var callback = await FirstCallbackAsync(cancellationToken);
        return callback.Type != 8
            ? throw new InvalidOperationException($"{What} was answered with callback type {callback.Type}, not with choices.")
            : [.. callback.Data.GetProperty("choices").EnumerateArray().Select(choice => (choice.GetProperty("name").GetString() ?? "", choice.GetProperty("value").ToString()))];
    }

    /// <summary>The modal that the bot opened.</summary>
    public async Task<FakeModal> ModalAsync(CancellationToken cancellationToken = default)
    {
        var callback = await FirstCallbackAsync(cancellationToken);
        return callback.Type == 9 ? new FakeModal(this, callback.Data)
            : throw new InvalidOperationException($"{What} was answered with callback type {callback.Type}, not with a modal.");
    }

    public override string ToString() => What;

    internal JsonObject InstallOwners() => new() { ["0"] = Channel.Guild?.Id ?? "0" };

    internal void Answer(int type, JsonNode? data) =>
        Callback = new FakeCallback(type, data is null ? default : JsonSerializer.SerializeToElement(data), _world.Now - Created);

    internal void Show(FakeMessage original, bool hasContent)
    {
        Original = original;
        HasNewContent |= hasContent;
    }

    internal void Add(FakeMessage followUp) => _followUps.Add(followUp);
}
