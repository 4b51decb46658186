using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>The gateway: its settings, what goes wrong there, and what the bot did.</summary>
public sealed partial class FakeGateway
{
    private readonly World _world;
    private readonly string _token;
    private readonly List<GatewayConnection> _connections = [];
    private readonly List<GatewaySession> _sessions = [];
    private readonly Dictionary<int, DateTimeOffset> _lastIdentify = [];
    private TaskCompletionSource _reading = Reading();

    internal FakeGateway(World world, string token)
    {
        (_world, _token) = (world, token);
        world.Dispatch = Dispatch;
    }

    /// <summary>41.25 s at Discord. Half as much again without a heartbeat ends the session with 4009.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>The time in which <see cref="MaxConcurrency"/> identifies may come; 5 s at Discord.</summary>
    public TimeSpan IdentifyInterval { get; set; } = TimeSpan.FromSeconds(5);

    public int MaxConcurrency { get; set; } = 1;

    public int Shards { get; set; } = 1;

    /// <summary>Identifies left of 1,000 a day. Below zero Discord throws the token away: 4004.</summary>
    public int Remaining { get; set; } = 1000;

    /// <summary>Until <see cref="Remaining"/> is full again.</summary>
    public TimeSpan ResetAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a session waits for a resume.</summary>
    public TimeSpan SessionLife { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Whether GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT are switched on; else 4014.</summary>
    public bool AllowsPrivilegedIntents { get; set; }

    /// <summary>If set, an identify without a shard is closed with 4011.</summary>
    public bool RequiresShards { get; set; }

    public bool AcknowledgesHeartbeats { get; set; } = true;

    public bool SendsHello { get; set; } = true;

    public bool SendsReady { get; set; } = true;

    /// <summary>If false, op 9 false answers a resume.</summary>
    public bool AcceptsResume { get; set; } = true;

    /// <summary>If set, a resume is answered by cutting the connection.</summary>
    public bool CutsOnResume { get; set; }

    /// <summary>If set, every event is sent twice.</summary>
    public bool SendsTwice { get; set; }

    /// <summary>If set, events are numbered and kept but lost on the way: only a resume brings them.</summary>
    public bool LosesEvents { get; set; }

    /// <summary>If not 0, an identify is closed with this code.</summary>
    public int ClosesOnIdentify { get; set; }

    /// <summary>Whether the fake reads what the bot sends.</summary>
    public bool IsReading
    {
        get => Volatile.Read(ref _reading).Task.IsCompleted;
        set
        {
            if (value)
            {
                Volatile.Read(ref _reading).TrySetResult();
            }
            else if (IsReading)
            {
                Volatile.Write(ref _reading, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }
    }

    /// <summary>How often the bot identified itself, refused ones too.</summary>
    public int Identifies { get; private set; }

    /// <summary>How often the bot asked to resume, refused ones too.</summary>
    public int Resumes { get; private set; }

    /// <summary>How many resumes led to RESUMED.</summary>
    public int Resumed { get; private set; }

    public int Heartbeats { get; private set; }

    /// <summary>Sockets that ever opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Sockets that are open now.</summary>
    public int LiveConnections => _world.Locked(() => _connections.Count);

    /// <summary>Sessions with a socket that said READY or RESUMED.</summary>
    public int LiveSessions => _world.Locked(() => _sessions.Count(session => session.Connection is not null));

    /// <summary>Whether there is a session, with a socket or waiting for a resume.</summary>
    internal bool HasSession => _world.Locked(() => _sessions.Count > 0);

    /// <summary>The close codes that the bot gave, in order; 0 for none.</summary>
    public IReadOnlyList<int> CloseCodes => _world.Locked(() => CodesOfBot.ToList());

    /// <summary>The paths at which the bot connected, in order: /gateway, or /resume as READY said.</summary>
    public IReadOnlyList<string> Paths => _world.Locked(() => PathsOfBot.ToList());

    /// <summary>The data of the last identify.</summary>
    public JsonElement LastIdentify { get; private set; }

    internal Uri Address { get; set; } = new("ws://127.0.0.1/");

    private List<int> CodesOfBot { get; } = [];

    private List<string> PathsOfBot { get; } = [];

    /// <summary>Closes all sockets with a code; the sessions stay where Discord keeps them.</summary>
    public void Close(int code) => Each(connection => Drop(connection, code));

    /// <summary>Cuts all TCP connections without a close.</summary>
    public void Cut() => Each(connection => connection.Cut());

    /// <summary>Op 7.</summary>
    public void AskToReconnect() => Each(connection => connection.Send(Frame(7, null)));

    /// <summary>Op 9.</summary>
    /// <param name="isResumable">If false, the sessions end.</param>
    public void InvalidateSessions(bool isResumable) => Each(connection => Invalidate(connection, isResumable));

    /// <summary>Op 1.</summary>
    public void AskForHeartbeat() => Each(connection => connection.Send(Frame(1, null)));

    /// <summary>An event that no bot knows, of about this size, in many frames.</summary>
    public void SendLarge(int size = 1024 * 1024) => _world.Locked(() =>
    {
        _sessions.ForEach(session => session.Dispatch("FAKE_LARGE_EVENT", new JsonObject { ["padding"] = new string('x', size) }, isFragmented: true));
        return true;
    });
}
