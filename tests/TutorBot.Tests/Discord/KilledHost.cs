using Microsoft.Data.Sqlite;
using TutorBot.KillTest;
using TutorBot.TestSupport;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Tests.Discord;

/// <summary>The whole product as a process that is killed and started again, in a Discord on loopback.</summary>
internal sealed class KilledHost : IAsyncDisposable
{
    private const int MostTries = 20;

    /// <summary>People press again when nothing came for so long, in real time.</summary>
    private static readonly TimeSpan PatienceOfPeople = TimeSpan.FromSeconds(10);

    /// <summary>A start anew takes longer than Discord wants between two sessions.</summary>
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(6);
    private readonly string _data = Directory.CreateTempSubdirectory("tutorbot").FullName;
    private DiscordWorker? _worker;
    private CancellationTokenSource _life = new();

    private KilledHost(FakeDiscord discord, ShiftedTime time) => (Discord, Time) = (discord, time);

    /// <summary>The Discord.</summary>
    public FakeDiscord Discord { get; }

    /// <summary>Its clock, and that of the bot.</summary>
    public ShiftedTime Time { get; }

    /// <summary>How often the bot was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>How often somebody had to press again, because nothing came.</summary>
    public int PressedAgain { get; private set; }

    /// <summary>Starts both; the bot is connected then.</summary>
    public static async Task<KilledHost> StartAsync()
    {
        var time = new ShiftedTime();
        var host = new KilledHost(await FakeDiscord.StartAsync(time), time);
        host.Discord.Patience = TimeSpan.FromSeconds(60);
        // Heartbeats come by the real clock, and this one leaps.
        host.Discord.Gateway.HeartbeatInterval = TimeSpan.FromHours(4);
        return host;
    }

    /// <summary>Starts the bot on what the last one left; it is connected then.</summary>
    public async Task StartBotAsync()
    {
        Time.Advance(BetweenStarts);
        _worker = await DiscordWorker.StartAsync(_data, Discord, Time.Shift);
        await Discord.WaitUntilConnectedAsync();
    }

    /// <summary>Sets the clock forward.</summary>
    public async Task AdvanceAsync(TimeSpan span)
    {
        if (_worker is not null)
        {
            await _worker.AdvanceAsync(span);
        }

        Time.Advance(span);
    }

    /// <summary>Ends the bot as a power cut would, as soon as Discord sees something.</summary>
    public async Task KillWhenAsync(Func<FakeDiscord, bool> isTrue, string waitedFor)
    {
        try
        {
            await Discord.WaitUntilAsync(isTrue, waitedFor);
        }
        catch (TimeoutException e)
        {
            var last = Discord.Requests.TakeLast(12).Select(request => $"{request.At:O} {request.Method} {request.Template} {request.Status} {request.Code}");
            throw new TimeoutException($"{e.Message} The last requests:\n{string.Join('\n', last)}\nThe log:\n{_worker?.Errors}", e);
        }

        if (_worker is { } worker)
        {
            await worker.KillAsync();
            worker.Dispose();
            _worker = null;
        }

        Kills++;
        Discord.Faults.Clear();
        await Discord.WaitUntilAsync(discord => discord.Gateway.LiveConnections == 0, "the connection of the killed bot to end");
        using var life = Interlocked.Exchange(ref _life, new CancellationTokenSource());
        await life.CancelAsync();
    }

    /// <summary>Somebody presses a letter, and again where nothing comes of it, until the bot says that it is kept.</summary>
    public async Task ChooseAsync(FakeUser person, FakeMessage post, string letter)
    {
        for (var i = 0; i < MostTries; i++)
        {
            await Discord.WaitUntilConnectedAsync();
            var click = await Discord.PressAsync(person, post, letter);
            // "That could not be saved just now" is an answer too, and pressing again what it asks for.
            if (await ReplyAsync(click) is { } reply && !reply.Text.Contains("could not be saved", StringComparison.Ordinal))
            {
                Assert.True(reply.IsEphemeral);
                Assert.True(reply.Text.Contains($"You picked **{letter}**", StringComparison.Ordinal), $"{person.Name} pressed {letter} and was told: {reply.Text}");
                return;
            }

            PressedAgain++;
        }

        Assert.Fail($"{person.Name} pressed {letter} {MostTries} times.");
    }

    /// <summary>A number of the database.</summary>
    public long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "tutorbot.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant texts of a test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is long number ? number : -1;
    }

    public async ValueTask DisposeAsync()
    {
        if (_worker is { } worker)
        {
            await worker.KillAsync();
            worker.Dispose();
        }

        await Discord.DisposeAsync();
        _life.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>What came of a click, or null: nothing in time, or nothing any more.</summary>
    private async Task<FakeMessage?> ReplyAsync(FakeInteraction click)
    {
        using var limit = new CancellationTokenSource(PatienceOfPeople);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, Volatile.Read(ref _life).Token);
        try
        {
            return await click.ReplyAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
