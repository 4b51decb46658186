using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>A server that the bot is in.</summary>
public sealed class FakeGuild
{
    private readonly World _world;
    private readonly List<FakeChannel> _channels = [];
    private readonly List<FakeRole> _roles = [];
    private readonly Dictionary<string, FakeMember> _members = [];

    internal FakeGuild(World world, string name, FakeUser owner)
    {
        (_world, Name, Owner, Id) = (world, name, owner, world.NextId());
        Joined = world.Now;
        _roles.Add(new FakeRole(Id, "@everyone", DiscordRights.Usual, isManaged: false));
        var ofTheBot = new FakeRole(world.NextId(), world.Bot.Name, DiscordRights.Usual, isManaged: true);
        _roles.Add(ofTheBot);
        Join(owner);
        Join(world.Bot).Roles.Add(ofTheBot);
    }

    public string Id { get; }

    public string Name { get; }

    public FakeUser Owner { get; }

    public string Locale { get; set; } = "en-US";

    /// <summary>Whether the bot was removed.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Whether the server is down: requests for it are refused until it is back.</summary>
    public bool IsUnavailable { get; private set; }

    public IReadOnlyList<FakeChannel> Channels => _world.Locked(() => _channels.Where(channel => !channel.IsGone).ToList());

    public IReadOnlyList<FakeRole> Roles => _world.Locked(() => _roles.ToList());

    public FakeRole Everyone => _roles[0];

    internal DateTimeOffset Joined { get; }

    public FakeChannel AddChannel(string name) => _world.Locked(() =>
    {
        var channel = new FakeChannel(_world, _world.NextId(), name, FakeChannel.Text, this, null);
        AddChannel(channel);
        _world.Dispatch("CHANNEL_CREATE", channel.ToJson(), Id, 1);
        return channel;
    });

    public FakeRole AddRole(string name, ulong rights = 0, bool isMentionable = false) => _world.Locked(() =>
    {
        var role = new FakeRole(_world.NextId(), name, rights, isManaged: false) { IsMentionable = isMentionable };
        _roles.Add(role);
        return role;
    });

    /// <summary>Makes the person a member, or finds them.</summary>
    /// <param name="nick">Null leaves it as it is.</param>
    public FakeMember Join(FakeUser user, string? nick = null) => _world.Locked(() =>
    {
        if (!_members.TryGetValue(user.Id, out var member))
        {
            _members[user.Id] = member = new FakeMember(user, _world.Now);
        }

        member.Nick = nick ?? member.Nick;
        return member;
    });

    public void Leave(FakeUser user) => _world.Locked(() => _members.Remove(user.Id));

    /// <summary>The bot is thrown out.</summary>
    public void Kick() => _world.Locked(() =>
    {
        IsGone = true;
        _world.Dispatch("GUILD_DELETE", new JsonObject { ["id"] = Id }, Id, 1);
        return true;
    });

    /// <summary>The bot is invited again.</summary>
    public void Invite() => _world.Locked(() =>
    {
        IsGone = false;
        _world.Dispatch("GUILD_CREATE", ToCreateJson(), Id, 1);
        return true;
    });

    public void SetUnavailable(bool isUnavailable) => _world.Locked(() =>
    {
        IsUnavailable = isUnavailable;
        _world.Dispatch(isUnavailable ? "GUILD_DELETE" : "GUILD_CREATE", isUnavailable ? new JsonObject { ["id"] = Id, ["unavailable"] = true } : ToCreateJson(), Id, 1);
        return true;
    });

    internal void AddChannel(FakeChannel channel)
    {
        _channels.Add(channel);
        _world.Channels[channel.Id] = channel;
    }

    internal FakeMember? MemberOf(string userId) => _members.GetValueOrDefault(userId);

    /// <summary>A person's rights in the whole server.</summary>
    internal ulong RightsOf(string userId)
    {
        if (userId == Owner.Id)
        {
            return DiscordRights.All;
        }

        var rights = MemberOf(userId) is { } member ? member.Roles.Aggregate(Everyone.Rights, (sum, role) => sum | role.Rights) : 0;
        return (rights & DiscordRights.Administrator) != 0 ? DiscordRights.All : rights;
    }

    internal JsonArray RolesJson() => new([.. _roles.Select((role, position) => (JsonNode)role.ToJson(position))]);

    internal JsonObject ToJson() => new()
    {
        ["id"] = Id, ["name"] = Name, ["icon"] = null, ["description"] = null, ["splash"] = null, ["banner"] = null, ["owner_id"] = Owner.Id,
        ["roles"] = RolesJson(), ["emojis"] = new JsonArray(), ["stickers"] = new JsonArray(), ["features"] = new JsonArray(),
        ["preferred_locale"] = Locale, ["system_channel_id"] = _channels.FirstOrDefault(channel => !channel.IsGone)?.Id, ["system_channel_flags"] = 0, ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null, ["safety_alerts_channel_id"] = null, ["application_id"] = null, ["afk_channel_id"] = null, ["afk_timeout"] = 300,
        ["verification_level"] = 0, ["default_message_notifications"] = 0, ["explicit_content_filter"] = 0, ["mfa_level"] = 0, ["nsfw_level"] = 0,
        ["premium_tier"] = 0, ["premium_subscription_count"] = 0, ["premium_progress_bar_enabled"] = false, ["vanity_url_code"] = null, ["nsfw"] = false,
    };

    internal JsonObject ToCreateJson()
    {
        var json = ToJson();
        json["joined_at"] = World.Timestamp(Joined);
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = _members.Count;
        json["members"] = new JsonArray(_members[_world.Bot.Id].ToJson());
        json["channels"] = new JsonArray([.. _channels.Where(channel => !channel.IsGone && channel.Type == FakeChannel.Text).Select(channel => (JsonNode)channel.ToJson())]);
        foreach (var empty in (string[])["threads", "presences", "voice_states", "stage_instances", "guild_scheduled_events", "soundboard_sounds"])
        {
            json[empty] = new JsonArray();
        }

        return json;
    }

    /// <summary>What an interaction tells of the server.</summary>
    internal JsonObject ToPartialJson() => new() { ["id"] = Id, ["locale"] = Locale, ["features"] = new JsonArray() };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Id})");
}
