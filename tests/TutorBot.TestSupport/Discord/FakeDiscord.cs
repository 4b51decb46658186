using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TutorBot.TestSupport.Discord;

/// <summary>
/// A Discord on loopback: REST and gateway with Discord's rules, limits and faults, and people who use the bot. What it
/// does is written in DISCORD.md of the issue; an unmodified discord.js proves it (tests/conformance/discord).
/// </summary>
public sealed class FakeDiscord : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly World _world;
    private readonly People _people;
    private readonly RestServer _rest;
    private readonly CommandRoutes _commands;

    private FakeDiscord(TimeProvider time)
    {
        _world = new World(time);
        Token = $"MTA{_world.NextSecret()}.fake.{_world.NextSecret()}";
        Gateway = new FakeGateway(_world, Token);
        var writer = new MessageWriter(_world);
        _commands = new CommandRoutes(_world);
        _people = new People(_world, Gateway, _commands);
        _rest = new RestServer(
            _world,
            [
                .. Gateway.Routes, .. new GuildRoutes(_world).All, .. _commands.All, .. new ChannelRoutes(_world, writer, Faults).All,
                .. new InteractionRoutes(_world, writer).All,
            ],
            Faults, RateLimits, Token);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        _app = builder.Build();
        _app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        _app.Run(HandleAsync);
    }

    /// <summary>For the bot's setting: http://127.0.0.1:PORT/api/v10, without a slash at the end.</summary>
    public Uri ApiBaseUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The bot's token.</summary>
    public string Token { get; }

    public string ApplicationId => _world.ApplicationId;

    public FakeUser Bot => _world.Bot;

    /// <summary>Whose application it is; also owns the servers that name nobody else.</summary>
    public FakeUser Owner => _world.Owner;

    public FakeGateway Gateway { get; }

    public FakeFaults Faults { get; } = new();

    public FakeRateLimits RateLimits { get; } = new();

    /// <summary>How long the methods here, and interactions that come from them, wait for the bot, in real time; 10 s by default.</summary>
    public TimeSpan Patience
    {
        get => _people.Patience;
        set => _people.Patience = value;
    }

    /// <summary>
    /// How long requests, interactions and private messages are remembered, for long runs with many of them; null, as at first: for
    /// ever. An interaction that is forgotten can be answered no more: Discord's own memory is 15 minutes.
    /// </summary>
    public TimeSpan? Memory
    {
        get => _world.Locked(() => _world.Memory);
        set => _world.Locked(() => _world.Memory = value);
    }

    /// <summary>How many requests were answered with 400 or more, forgotten ones too.</summary>
    public int Refused => _world.Locked(() => _world.Refused);

    /// <summary>Every request so far, in the order in which they were answered.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _world.Locked(() => _world.Requests.ToList());

    /// <summary>Each request or gateway message that broke the protocol, or Discord's own description of its requests.</summary>
    public IReadOnlyList<string> Violations => _world.Locked(() => _world.Violations.ToList());

    /// <summary>The servers that the bot was ever in.</summary>
    public IReadOnlyList<FakeGuild> Guilds => _world.Locked(() => _world.Guilds.Values.ToList());

    /// <summary>Starts one.</summary>
    /// <param name="time">Counts deadlines, limits, heartbeats and ids; the system's clock by default.</param>
    public static async Task<FakeDiscord> StartAsync(TimeProvider? time = null)
    {
        var discord = new FakeDiscord(time ?? TimeProvider.System);
        await discord._app.StartAsync();
        var address = new Uri(discord._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
            ?? throw new InvalidOperationException("Kestrel has no address."));
        discord.ApiBaseUrl = new Uri(address, "/api/v10");
        discord.Gateway.Address = new UriBuilder(address) { Scheme = "ws" }.Uri;
        return discord;
    }

    /// <summary>A new person.</summary>
    public FakeUser AddUser(string name) => _world.AddUser(name);

    /// <summary>A server to which the bot was just invited, with the channel <c>general</c>.</summary>
    /// <param name="owner">Null: <see cref="Owner"/>.</param>
    public FakeGuild AddGuild(string name, FakeUser? owner = null) => _world.AddGuild(name, owner ?? Owner);

    /// <summary>The commands registered for all servers, or for one.</summary>
    public IReadOnlyList<JsonElement> CommandsOf(FakeGuild? guild = null) =>
        _world.Locked(() => _commands.In(guild?.Id ?? "").Select(command => JsonSerializer.SerializeToElement(command)).ToList());

    /// <summary>The messages that only this person sees, oldest first.</summary>
    public IReadOnlyList<FakeMessage> EphemeralTo(FakeUser user) =>
        _world.Locked(() => _world.Messages.Values.Where(message => message.VisibleTo == user.Id && !message.IsDeleted).ToList());

    /// <summary>A person sends a slash command; waits until the bot has registered it.</summary>
    /// <param name="command">The name, and sub-command or group with sub-command after spaces: <c>group captain add</c>.</param>
    /// <param name="options">Text, whole numbers, booleans, numbers, people, channels or roles.</param>
    /// <exception cref="DiscordRefusedException">Discord's client would not send it.</exception>
    public Task<FakeInteraction> CommandAsync(FakeUser user, FakeChannel channel, string command, params (string Name, object Value)[] options) =>
        _people.CommandAsync(user, channel, command, options, null, CancellationToken.None);

    /// <summary>A person types in an option that has autocomplete.</summary>
    /// <param name="others">Options filled in already.</param>
    public Task<FakeInteraction> AutocompleteAsync(
        FakeUser user, FakeChannel channel, string command, string option, string typed, params (string Name, object Value)[] others) =>
        _people.CommandAsync(user, channel, command, [.. others, (option, typed)], option, CancellationToken.None);

    /// <summary>A person presses a button.</summary>
    /// <exception cref="DiscordRefusedException">The message lacks it, or it is disabled, or the person does not see it.</exception>
    public Task<FakeInteraction> ClickAsync(FakeUser user, FakeMessage message, string customId, CancellationToken cancellationToken = default) =>
        _people.UseAsync(user, message, customId, null, cancellationToken);

    /// <summary>A person chooses from a menu; for menus of people, channels and roles the values are ids.</summary>
    /// <inheritdoc cref="ClickAsync"/>
    public Task<FakeInteraction> SelectAsync(FakeUser user, FakeMessage message, string customId, params string[] values) =>
        _people.UseAsync(user, message, customId, values, CancellationToken.None);

    /// <summary>A person sends a modal; fields without a value keep what the bot put there.</summary>
    /// <exception cref="DiscordRefusedException">A value does not fit.</exception>
    public Task<FakeInteraction> SubmitModalAsync(FakeUser user, FakeModal modal, params (string CustomId, string Value)[] values) =>
        _people.SubmitAsync(user, modal, values, CancellationToken.None);

    /// <summary>Waits until something about this fake is true; it is asked again whenever anything here changes.</summary>
    /// <param name="waitedFor">For the message of the time-out.</param>
    /// <exception cref="TimeoutException">Not within <see cref="Patience"/>.</exception>
    public Task WaitUntilAsync(Func<FakeDiscord, bool> isTrue, string waitedFor, CancellationToken cancellationToken = default) =>
        _world.Changed.UntilAsync(() => isTrue(this) ? this : null, () => waitedFor, Patience, cancellationToken);

    /// <summary>Waits until a session of the bot's is live.</summary>
    public Task WaitUntilConnectedAsync(CancellationToken cancellationToken = default) =>
        WaitUntilAsync(discord => discord.Gateway.LiveSessions > 0, "the bot to connect", cancellationToken);

    /// <summary>The first message in a channel that fits, once there is one.</summary>
    /// <param name="fits">Null: any.</param>
    public async Task<FakeMessage> MessageAsync(FakeChannel channel, Func<FakeMessage, bool>? fits = null, CancellationToken cancellationToken = default) =>
        await _world.Changed.UntilAsync(
            () => channel.Messages.FirstOrDefault(message => message.Author == Bot && (fits is null || fits(message))), () => $"a message in {channel.Name}", Patience, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Gateway.IsReading = true;
        Gateway.Cut();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }

    private Task HandleAsync(HttpContext context) => context.Request.Path.Value?.TrimEnd('/') is "/gateway" or "/resume"
        ? Gateway.HandleAsync(context)
        : _rest.HandleAsync(context);
}
