using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using TutorBot.Discord.Gateway;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>What a connection does when the other side goes silent, says no, or is cut off.</summary>
public sealed class GatewayShardTests : IAsyncLifetime, IDisposable
{
    private const int Heartbeat = 1;
    private const int Identify = 2;
    private const int Resume = 6;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    /// <summary>What a frame takes at most to be sent.</summary>
    private static readonly TimeSpan SendingTime = TimeSpan.FromSeconds(10);

    /// <summary>How long it waits after failures, each by half of a quarter longer; and until it may begin another session.</summary>
    private static readonly TimeSpan[] Waits = [.. new[] { 0.25, 0.5, 1, 2, 4, 8, 16, 32, 60 }.Select(seconds => TimeSpan.FromMilliseconds(Math.Floor(seconds * 1125))), TimeSpan.FromSeconds(5.5), TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(3.532)];
    private readonly SteppedTime _time = new(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _received = new();
    private ScriptedGateway _gateway = null!;
    private Task<string?> _running = Task.FromResult<string?>(null);
    private IdentifyBudget _budget = new(1000, TimeSpan.FromHours(5), 1);

    public async Task InitializeAsync() => _gateway = await ScriptedGateway.StartAsync();

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await _gateway.DisposeAsync();
    }

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Heartbeat_FirstOneAfterAShareOfTheInterval_ThenRegularlyWithTheLastSequence()
    {
        var peer = await BeginAsync();
        await StepAsync(Interval / 2);
        Assert.Equal(1, (await peer.ReceiveAsync(Heartbeat)).GetInt32());
        await peer.SendAsync("""{"op":11}""");
        await peer.DispatchAsync(7, "SOMETHING");
        await peer.SendAsync("""{"op":1}""");
        Assert.Equal(7, (await peer.ReceiveAsync(Heartbeat)).GetInt32());
        await peer.SendAsync("""{"op":11}""");

        await StepAsync(Interval);

        Assert.Equal(7, (await peer.ReceiveAsync(Heartbeat)).GetInt32());
    }

    [Fact]
    public async Task Heartbeat_NotAcknowledged_ClosesToComeBackAndResumes()
    {
        var peer = await BeginAsync();
        await StepAsync(Interval / 2);
        await peer.ReceiveAsync(Heartbeat);
        await StepAsync(Interval);

        var next = await _gateway.AcceptAsync();

        await peer.ReceiveAsync();
        Assert.Equal(CloseCode.ComingBack, peer.ClosedWith);
        Assert.Equal("/resume", next.Path);
        await next.HelloAsync();
        var resume = await next.ReceiveAsync(Resume);
        Assert.Equal(("session", 1), (resume.GetProperty("session_id").GetString(), resume.GetProperty("seq").GetInt32()));
    }

    [Theory]
    [InlineData(1000, Resume)]
    [InlineData(1001, Resume)]
    [InlineData(4000, Resume)]
    [InlineData(4001, Resume)]
    [InlineData(4002, Resume)]
    [InlineData(4003, Identify)]
    [InlineData(4005, Identify)]
    [InlineData(4007, Identify)]
    [InlineData(4009, Identify)]
    public async Task Close_ThatMayBeMended_ConnectsAnew(int code, int then)
    {
        var peer = await BeginAsync();

        await peer.CloseAsync(code);

        await ExpectAsync(then);
    }

    [Fact]
    public async Task Close_SentTooMuch_RestsBeforeItResumes()
    {
        var peer = await BeginAsync();

        await peer.CloseAsync(4008);

        await StepAsync(TimeSpan.FromSeconds(10));
        await ExpectAsync(Resume);
    }

    [Theory]
    [InlineData(4004, "Discord does not accept the token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "newer version")]
    [InlineData(4013, "newer version")]
    [InlineData(4014, "discord.com/developers")]
    public async Task Close_ThatNothingMends_StopsAndSaysWhatToDo(int code, string remedy)
    {
        var peer = await BeginAsync();

        await peer.CloseAsync(code);

        Assert.Contains(remedy, await _running, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconnect_Asked_ResumesAtOnceAndTakesInWhatWasMissed()
    {
        var peer = await BeginAsync();
        await peer.DispatchAsync(2, "FIRST");
        await peer.SendAsync("""{"op":7,"d":null}""");

        var next = await ExpectAsync(Resume);
        await next.DispatchAsync(3, "MISSED");
        await next.DispatchAsync(4, "RESUMED");
        await next.SendAsync("""{"op":1}""");

        Assert.Equal(4, (await next.ReceiveAsync(Heartbeat)).GetInt32());
        Assert.Equal(["READY", "FIRST", "MISSED", "RESUMED"], _received);
    }

    [Theory]
    [InlineData("true", Resume)]
    [InlineData("false", Identify)]
    public async Task InvalidSession_RestsAndGoesOnOrBeginsAnew(string mayResume, int then)
    {
        var peer = await BeginAsync();

        await peer.SendAsync($$"""{"op":9,"d":{{mayResume}}}""");

        // One to five seconds, here in the middle.
        await StepAsync(TimeSpan.FromSeconds(3));
        await ExpectAsync(then);
    }

    [Fact]
    public async Task Cut_WithoutAWord_Resumes()
    {
        var peer = await BeginAsync();

        peer.Cut();

        await ExpectAsync(Resume);
    }

    [Fact]
    public async Task Resume_FailedThreeTimes_BeginsANewSession()
    {
        var peer = await BeginAsync();
        peer.Cut();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var next = await AcceptAsync();
            Assert.Equal("/resume", next.Path);
            next.Cut();
        }

        var last = await AcceptAsync();

        Assert.Equal("/", last.Path);
        await last.HelloAsync();
        await last.ReceiveAsync(Identify);
    }

    [Fact]
    public async Task Hello_NeverComes_ConnectsAnew()
    {
        Start();
        await _gateway.AcceptAsync();
        await StepAsync(TimeSpan.FromSeconds(30));

        await ExpectAsync(Identify);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ready_NeverComes_ConnectsAnew(bool isResume)
    {
        if (isResume)
        {
            (await BeginAsync()).Cut();
        }
        else
        {
            Start();
        }

        var peer = await AcceptAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync();
        await StepAsync(TimeSpan.FromSeconds(15));

        await ExpectAsync(isResume ? Resume : Identify);
    }

    [Fact]
    public async Task Frame_OfAMegabyteInPieces_IsTakenInWhole()
    {
        var peer = await BeginAsync();
        await peer.SendAsync($$$"""{"op":0,"s":2,"t":"GREAT","d":{"text":"{{{new string('x', 1_000_000)}}}"}}""", pieces: 70_000);
        await peer.SendAsync("""{"op":1}""");

        Assert.Equal(2, (await peer.ReceiveAsync(Heartbeat)).GetInt32());
        Assert.Equal(["READY", "GREAT"], _received);
    }

    [Fact]
    public async Task Frame_ThatIsNone_ConnectsAnew()
    {
        var peer = await BeginAsync();

        await peer.SendAsync("no json at all");

        await ExpectAsync(Resume);
    }

    [Fact]
    public async Task Identify_NoSessionLeftToday_WaitsForTheNext()
    {
        _budget = new IdentifyBudget(0, TimeSpan.FromHours(5), 1);
        Start();

        await StepAsync(TimeSpan.FromHours(5));

        var peer = await _gateway.AcceptAsync();
        await peer.HelloAsync();
        var identify = await peer.ReceiveAsync(Identify);
        Assert.Equal(1, identify.GetProperty("intents").GetInt32());
        Assert.Equal([0, 1], identify.GetProperty("shard").EnumerateArray().Select(part => part.GetInt32()));
    }

    [Fact]
    public async Task Stop_ClosesForGood()
    {
        var peer = await BeginAsync();

        await _stop.CancelAsync();

        await peer.ReceiveAsync();
        Assert.Equal(CloseCode.Normal, peer.ClosedWith);
        Assert.Null(await _running);
    }

    [Fact]
    public async Task Connection_LostAThousandTimes_ComesBackAndLeavesNothingBehind()
    {
        var peer = await BeginAsync();
        for (var loss = 0; loss < 1000; loss++)
        {
            peer.Cut();
            peer = await AcceptAsync();
            await peer.HelloAsync();
            await peer.ReceiveAsync();
            await peer.DispatchAsync(loss + 2, "RESUMED");
            await peer.SendAsync("""{"op":1}""");
            await peer.ReceiveAsync(Heartbeat);
        }

        peer.Cut();
        await ExpectAsync(Resume);

        // Those of the connection that there is: its heartbeat, and its patience for READY.
        Assert.InRange(_time.Timers, 0, 4);
    }

    private void Start() => _running = new GatewayShard(
        new GatewayIdentity("token", 0, 1), _ => Task.FromResult(new GatewayAddress(_gateway.Url, 1, _budget)), new IdentifyGate(_time, NullLogger.Instance),
        (type, _) => _received.Enqueue(type), () => 0.5, _time, NullLogger.Instance).RunAsync(_stop.Token);

    /// <summary>A connection with a session.</summary>
    /// <summary>Sets the clock forward once the shard waits for it and has nothing half sent, which would take too long then.</summary>
    private async Task StepAsync(TimeSpan span)
    {
        await _time.WaitingAsync(span);
        if (span != SendingTime)
        {
            await _time.WithoutAsync(SendingTime);
        }

        _time.Advance(span);
    }

    private async Task<GatewayPeer> BeginAsync()
    {
        Start();
        var peer = await _gateway.AcceptAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync(Identify);
        await peer.ReadyAsync(_gateway);
        await peer.SendAsync("""{"op":1}""");
        await peer.ReceiveAsync(Heartbeat);
        return peer;
    }

    /// <summary>The next connection, however long the client waits before it: the clock runs with it.</summary>
    private async Task<GatewayPeer> AcceptAsync()
    {
        var accepted = _gateway.AcceptAsync();
        while (!accepted.IsCompleted)
        {
            var waiting = _time.WaitingAsync(Waits);
            if (await Task.WhenAny(accepted, waiting) == waiting)
            {
                _time.Advance(await waiting);
            }
        }

        return await accepted;
    }

    private async Task<GatewayPeer> ExpectAsync(int operation)
    {
        var peer = await AcceptAsync();
        Assert.Equal(operation == Resume ? "/resume" : "/", peer.Path);
        await peer.HelloAsync();
        await peer.ReceiveAsync(operation);
        return peer;
    }
}
