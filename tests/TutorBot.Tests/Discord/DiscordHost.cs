using System.Text;
using TutorBot.Discord;
using TutorBot.Settings;
using TutorBot.TestSupport;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Tests.Discord;

/// <summary>The whole product with the real model and a database of its own, in a Discord on loopback.</summary>
internal sealed class DiscordHost : IAsyncDisposable
{
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(6);
    private readonly string _data = Directory.CreateTempSubdirectory("tutorbot").FullName;
    private readonly string _decks;
    private readonly StringBuilder _log = new();
    private Worker? _worker;

    private DiscordHost(FakeDiscord discord, ShiftedTime time, string? decks) => (Discord, Time, _decks) = (discord, time, decks ?? Repository.PathOf("content/decks"));

    /// <summary>The Discord.</summary>
    public FakeDiscord Discord { get; }

    /// <summary>Both sides' clock.</summary>
    public ShiftedTime Time { get; }

    /// <summary>Starts both; the bot is connected then.</summary>
    /// <param name="prepare">Changes the Discord before the bot comes.</param>
    /// <param name="decks">The folder of the decks; null: the shipped one.</param>
    public static async Task<DiscordHost> StartAsync(Action<FakeDiscord>? prepare = null, string? decks = null)
    {
        var time = new ShiftedTime();
        var discord = await FakeDiscord.StartAsync(time);
        discord.Patience = TimeSpan.FromSeconds(60);
        prepare?.Invoke(discord);
        var host = new DiscordHost(discord, time, decks);
        await host.StartBotAsync();
        return host;
    }

    /// <summary>Starts the bot, on what an earlier one left.</summary>
    public async Task StartBotAsync(string? token = null, bool isConnecting = true)
    {
        // A start anew takes longer than Discord wants between two sessions.
        Time.Advance(BetweenStarts);
        _worker = await StartWorkerAsync(_data, token, "");
        if (isConnecting)
        {
            await Discord.WaitUntilConnectedAsync();
        }
    }

    /// <summary>Starts one more worker; the caller stops it.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="token">Its token; null: the right one.</param>
    /// <param name="postgres">The database that it shares, or empty: a file of its own.</param>
    /// <param name="guildCommands">The server that alone gets the commands, or empty: all.</param>
    public Task<Worker> StartWorkerAsync(string data, string? token, string postgres, string guildCommands = "") => Worker.StartAsync(
            new TutorSettings(_decks, Repository.PathOf("content/models/tutor-minilm-l6-v1"), data, false, new Uri("http://127.0.0.1:0"), "")
            {
                MinimumWindowMinutes = 2,
                PostgresConnectionString = postgres,
                Discord = new DiscordOptions(token ?? Discord.Token, Discord.ApiBaseUrl, 0, guildCommands),
            },
            TextWriter.Null,
            TextWriter.Synchronized(new StringWriter(_log)),
            CancellationToken.None,
            Time);

    /// <summary>Stops the bot.</summary>
    public async Task StopBotAsync()
    {
        if (_worker is not null)
        {
            await _worker.DisposeAsync();
            _worker = null;
        }
    }

    /// <summary>A command and its reply.</summary>
    public Task<FakeMessage> SayAsync(FakeUser user, FakeChannel channel, string command, params (string Name, object Value)[] options) =>
        Discord.SayAsync(user, channel, command, options);

    /// <summary>Presses the button of that label, or chooses it from a menu; the interaction.</summary>
    public Task<FakeInteraction> PressAsync(FakeUser user, FakeMessage message, string label) => Discord.PressAsync(user, message, label);

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Discord.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        // Whatever a test is about: the bot never breaks Discord's protocol or its specification.
        Assert.Empty(Discord.Violations);
    }
}
