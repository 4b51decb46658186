using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>A text channel, a thread or the talk between one person and the bot.</summary>
public sealed class FakeChannel
{
    internal const int Text = 0;
    internal const int Direct = 1;
    internal const int Thread = 11;

    private readonly World _world;
    private readonly List<FakeMessage> _messages = [];
    private readonly Dictionary<string, ulong> _rights = [];

    internal FakeChannel(World world, string id, string name, int type, FakeGuild? guild, FakeUser? recipient) =>
        (_world, Id, Name, Type, Guild, Recipient) = (world, id, name, type, guild, recipient);

    public string Id { get; }

    public string Name { get; }

    /// <summary>Discord's channel type: 0 text, 1 direct messages, 11 thread.</summary>
    public int Type { get; }

    /// <summary>Null for direct messages.</summary>
    public FakeGuild? Guild { get; }

    /// <summary>The person of direct messages; null elsewhere.</summary>
    public FakeUser? Recipient { get; }

    /// <summary>Whether it was deleted.</summary>
    public bool IsGone { get; private set; }

    /// <summary>What everyone sees now, oldest first: no private replies, nothing deleted.</summary>
    public IReadOnlyList<FakeMessage> Messages => _world.Locked(() => _messages.Where(message => message is { IsEphemeral: false, IsDeleted: false }).ToList());

    /// <summary>What the bot may here.</summary>
    public ulong BotRights
    {
        get => _world.Locked(() => RightsOf(_world.Bot.Id));
        set => SetRights(_world.Bot, value);
    }

    internal IReadOnlyList<FakeMessage> Everything => _messages;

    /// <summary>Gives a person exactly these rights here, by an overwrite of the channel.</summary>
    public void SetRights(FakeUser user, ulong rights) => _world.Locked(() =>
    {
        _rights[user.Id] = rights;
        if (Guild is not null)
        {
            _world.Dispatch("CHANNEL_UPDATE", ToJson(), Guild.Id, 1);
        }

        return true;
    });

    public void Delete() => _world.Locked(() =>
    {
        IsGone = true;
        _world.Dispatch("CHANNEL_DELETE", ToJson(), Guild?.Id, 1);
        return true;
    });

    /// <summary>A person writes here; the bot sees of it only that there is a message.</summary>
    public FakeMessage Say(FakeUser user, string text) => _world.Locked(() =>
    {
        var message = new FakeMessage(_world, this, user, new JsonObject { ["content"] = text }, visibleTo: null);
        Add(message);
        return message;
    });

    internal void Add(FakeMessage message)
    {
        _messages.Add(message);
        _world.Messages[message.Id] = message;
        _world.Changed.Raise();
    }

    internal void ForgetPrivate(DateTimeOffset before) => _messages.RemoveAll(message => message.IsEphemeral && message.Created < before);

    internal ulong RightsOf(string userId)
    {
        if (Guild is not { } guild)
        {
            return DiscordRights.Usual;
        }

        var rights = guild.RightsOf(userId);
        return rights != DiscordRights.All && _rights.TryGetValue(userId, out var own) ? own : rights;
    }

    internal bool Allows(string userId, ulong rights) => (RightsOf(userId) & rights) == rights;

    internal JsonObject ToJson()
    {
        if (Recipient is not null)
        {
            return new JsonObject { ["id"] = Id, ["type"] = Direct, ["last_message_id"] = null, ["flags"] = 0, ["recipients"] = new JsonArray(Recipient.ToJson()) };
        }

        var json = new JsonObject
        {
            ["id"] = Id, ["type"] = Type, ["guild_id"] = Guild?.Id, ["name"] = Name, ["position"] = 0, ["parent_id"] = null, ["topic"] = null, ["nsfw"] = false,
            ["flags"] = 0, ["last_message_id"] = _messages.LastOrDefault()?.Id, ["rate_limit_per_user"] = 0,
            ["permission_overwrites"] = new JsonArray([.. _rights.Select(pair => (JsonNode)new JsonObject
            {
                ["id"] = pair.Key, ["type"] = 1, ["allow"] = pair.Value.ToString(CultureInfo.InvariantCulture),
                ["deny"] = (DiscordRights.All & ~pair.Value).ToString(CultureInfo.InvariantCulture),
            })]),
        };
        if (Type == Thread)
        {
            json["thread_metadata"] = new JsonObject { ["archived"] = false, ["auto_archive_duration"] = 1440, ["locked"] = false, ["archive_timestamp"] = World.Timestamp(_world.Now) };
        }

        return json;
    }
}
