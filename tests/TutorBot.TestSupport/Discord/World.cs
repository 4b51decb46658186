using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Everything that the fake remembers. All of it changes under one lock.</summary>
internal sealed class World
{
    private const long Epoch = 1_420_070_400_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakeChannel> _directMessages = [];
    private ulong _lastId;
    private DateTimeOffset _forgotten;
    private int _secrets;

    public World(TimeProvider time)
    {
        Time = time;
        ApplicationId = NextId();
        Bot = new FakeUser(this, ApplicationId, "TutorBot", isBot: true);
        Owner = AddUser("owner");
        Users[Bot.Id] = Bot;
    }

    public TimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public string ApplicationId { get; }

    public FakeUser Bot { get; }

    public FakeUser Owner { get; }

    public Dictionary<string, FakeUser> Users { get; } = [];

    public Dictionary<string, FakeGuild> Guilds { get; } = [];

    public Dictionary<string, FakeChannel> Channels { get; } = [];

    public Dictionary<string, FakeMessage> Messages { get; } = [];

    public Dictionary<string, FakeInteraction> Interactions { get; } = [];

    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>How many requests were refused.</summary>
    public int Refused { get; set; }

    /// <summary>How long requests, interactions and private messages are remembered; null: for ever.</summary>
    public TimeSpan? Memory { get; set; }

    public List<string> Violations { get; } = [];

    /// <summary>Raised whenever something here changed that a test may wait for.</summary>
    public Signal Changed { get; } = new();

    /// <summary>Sends an event to the sessions: its name, data, the server's id (null: none) and the intents of which one is needed (0: none).</summary>
    public Func<string, JsonObject, string?, int, int> Dispatch { get; set; } = (_, _, _, _) => 0;

    public static string Timestamp(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public T Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }

    public string NextId()
    {
        lock (_gate)
        {
            var byClock = (ulong)Math.Max(1, Now.ToUnixTimeMilliseconds() - Epoch) << 22;
            _lastId = Math.Max(_lastId + 1, byClock);
            return _lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A text that nobody else has: for sessions and tokens.</summary>
    public string NextSecret() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _secrets):x8}{_lastId:x24}");

    public FakeUser AddUser(string name) => Locked(() =>
    {
        var user = new FakeUser(this, NextId(), name, isBot: false);
        Users[user.Id] = user;
        return user;
    });

    public FakeGuild AddGuild(string name, FakeUser owner) => Locked(() =>
    {
        var guild = new FakeGuild(this, name, owner);
        Guilds[guild.Id] = guild;
        guild.AddChannel(new FakeChannel(this, NextId(), "general", FakeChannel.Text, guild, null));
        Dispatch("GUILD_CREATE", guild.ToCreateJson(), guild.Id, 1);
        return guild;
    });

    public FakeChannel DirectMessagesOf(FakeUser user) => Locked(() =>
    {
        if (!_directMessages.TryGetValue(user.Id, out var channel))
        {
            _directMessages[user.Id] = channel = new FakeChannel(this, NextId(), "", FakeChannel.Direct, null, user);
            Channels[channel.Id] = channel;
        }

        return channel;
    });

    /// <summary>Drops what is older than <see cref="Memory"/>, now and then. Called under the lock.</summary>
    public void Forget()
    {
        var now = Now;
        if (Memory is not { } memory || now - _forgotten < memory)
        {
            return;
        }

        _forgotten = now;
        var before = now - memory;
        Requests.RemoveAll(request => request.At < before);
        foreach (var interaction in Interactions.Values.Where(interaction => interaction.Created < before).ToList())
        {
            Interactions.Remove(interaction.Token);
        }

        foreach (var message in Messages.Values.Where(message => message.IsEphemeral && message.Created < before).ToList())
        {
            Messages.Remove(message.Id);
        }

        foreach (var channel in Channels.Values)
        {
            channel.ForgetPrivate(before);
        }
    }

    public void Violate(string what) => Locked(() =>
    {
        Violations.Add(what);
        Changed.Raise();
        return true;
    });
}
