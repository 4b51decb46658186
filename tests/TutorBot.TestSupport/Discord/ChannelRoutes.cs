using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Channels, messages and direct messages.</summary>
internal sealed class ChannelRoutes(World world, MessageWriter writer, FakeFaults faults)
{
    private const string One = "/channels/{channel_id}/messages/{message_id}";

    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, FakeMessage> _byNonce = [];

    public IEnumerable<RestRoute> All =>
    [
        new("GET", "/channels/{channel_id}", call => RestAnswer.Ok(Channel(call).ToJson())),
        new("PATCH", "/channels/{channel_id}", call => throw RefuseToManage(call)),
        new("DELETE", "/channels/{channel_id}", call => throw RefuseToManage(call)),
        new("GET", "/channels/{channel_id}/messages", List),
        new("POST", "/channels/{channel_id}/messages", Post),
        new("GET", One, call => RestAnswer.Ok(Message(call).ToJson())),
        new("PATCH", One, Edit),
        new("DELETE", One, Delete),
        new("POST", One + "/threads", StartThread),
        new("POST", "/users/@me/channels", OpenDirectMessages),
    ];

    private FakeChannel Channel(RestCall call)
    {
        if (!world.Channels.TryGetValue(call["channel_id"], out var channel) || channel.IsGone)
        {
            throw DiscordError.UnknownChannel();
        }

        return channel.Guild is { IsGone: true } or { IsUnavailable: true } || !channel.Allows(world.Bot.Id, DiscordRights.ViewChannel)
            ? throw DiscordError.MissingAccess() : channel;
    }

    private DiscordError RefuseToManage(RestCall call) => Channel(call).Recipient is null ? DiscordError.MissingPermissions() : DiscordError.MissingAccess();

    private FakeMessage Message(RestCall call) =>
        Channel(call) is var channel && world.Messages.TryGetValue(call["message_id"], out var message) && message.Channel == channel
            && message is { IsDeleted: false, IsEphemeral: false } ? message : throw DiscordError.UnknownMessage();

    private RestAnswer List(RestCall call)
    {
        var channel = Channel(call);
        var errors = new FormErrors();
        var limit = 50;
        if (call.Query.TryGetValue("limit", out var text) && !(int.TryParse(text, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= 100))
        {
            errors.Add("limit", "NUMBER_TYPE_RANGE", "int value should be between 1 and 100.");
        }

        errors.ThrowIfAny();
        if (!channel.Allows(world.Bot.Id, DiscordRights.ReadMessageHistory))
        {
            return RestAnswer.Ok(new JsonArray());
        }

        var visible = channel.Everything.Where(message => message is { IsDeleted: false, IsEphemeral: false });
        var chosen = call.Query.TryGetValue("after", out var after)
            ? visible.Where(message => Number(message.Id) > Number(after)).Take(limit)
            : visible.Where(message => !call.Query.TryGetValue("before", out var before) || Number(message.Id) < Number(before)).TakeLast(limit);
        return RestAnswer.Ok(new JsonArray([.. chosen.Reverse().Select(message => (JsonNode)message.ToJson())]));
    }

    private static ulong Number(string id) => ulong.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private RestAnswer Post(RestCall call)
    {
        var channel = Channel(call);
        if (channel.Recipient is { AcceptsDirectMessages: false })
        {
            throw DiscordError.NoDirectMessages();
        }

        var form = call.Form;
        var needed = channel.Type == FakeChannel.Thread ? DiscordRights.SendMessagesInThreads : DiscordRights.SendMessages;
        needed |= form["embeds"] is JsonArray { Count: > 0 } ? DiscordRights.EmbedLinks : 0;
        needed |= call.Files.Count > 0 ? DiscordRights.AttachFiles : 0;
        if (!channel.Allows(world.Bot.Id, needed))
        {
            throw DiscordError.MissingPermissions();
        }

        var nonce = form["nonce"]?.ToString();
        var key = nonce is not null && FormErrors.IsTrue(form["enforce_nonce"]) ? $"{channel.Id}:{nonce}" : null;
        if (key is not null && _byNonce.TryGetValue(key, out var earlier) && world.Now - earlier.Created <= NonceLife)
        {
            return earlier.IsDeleted ? throw DiscordError.UnknownMessage() : RestAnswer.Ok(earlier.ToJson());
        }

        var repliesTo = FormErrors.TextOf(form["message_reference"]?["message_id"]);
        if (repliesTo is not null && !(world.Messages.TryGetValue(repliesTo, out var replied) && replied is { IsDeleted: false } && replied.Channel == channel))
        {
            repliesTo = form["message_reference"]?["fail_if_not_exists"] is { } fails && !FormErrors.IsTrue(fails) ? null : throw UnknownReference();
        }

        var message = writer.Post(channel, form, call.Files, "", visibleTo: null, source: null);
        (message.Nonce, message.RepliesTo) = (nonce, repliesTo);
        if (key is not null)
        {
            _byNonce[key] = message;
        }

        return RestAnswer.Ok(message.ToJson());
    }

    private static DiscordError UnknownReference()
    {
        var errors = new JsonObject { ["message_reference"] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "REPLIES_UNKNOWN_MESSAGE", ["message"] = "Unknown message" }) } };
        return DiscordError.InvalidForm(errors);
    }

    private RestAnswer Edit(RestCall call)
    {
        var message = Message(call);
        if (message.Author != world.Bot)
        {
            throw DiscordError.NotOurMessage();
        }

        if (faults.RefusesEditsOfOldMessages && world.Now - message.Created > TimeSpan.FromHours(1))
        {
            throw DiscordError.OldMessageEdits();
        }

        return RestAnswer.Ok(writer.Edit(message, call.Form, call.Files, "").ToJson());
    }

    private RestAnswer Delete(RestCall call)
    {
        var message = Message(call);
        if (message.Author != world.Bot && !message.Channel.Allows(world.Bot.Id, DiscordRights.ManageMessages))
        {
            throw DiscordError.MissingPermissions();
        }

        message.IsDeleted = true;
        world.Changed.Raise();
        return RestAnswer.NoContent;
    }

    private RestAnswer StartThread(RestCall call)
    {
        var message = Message(call);
        var errors = new FormErrors();
        errors.Text("name", call.Form["name"], 1, 100, isRequired: true);
        errors.ThrowIfAny();
        var guild = message.Channel.Guild ?? throw DiscordError.MissingAccess();
        if (world.Channels.ContainsKey(message.Id))
        {
            throw new DiscordError(400, 160004, "A thread has already been created for this message");
        }

        var thread = new FakeChannel(world, message.Id, FormErrors.TextOf(call.Form["name"]) ?? "", FakeChannel.Thread, guild, null);
        guild.AddChannel(thread);
        return new RestAnswer(201, thread.ToJson());
    }

    private RestAnswer OpenDirectMessages(RestCall call)
    {
        var id = FormErrors.TextOf(call.Form["recipient_id"]) ?? "";
        return !world.Users.TryGetValue(id, out var user) ? throw DiscordError.UnknownUser()
            : user.IsBot ? throw DiscordError.NoDirectMessages()
            : RestAnswer.Ok(world.DirectMessagesOf(user).ToJson());
    }
}
