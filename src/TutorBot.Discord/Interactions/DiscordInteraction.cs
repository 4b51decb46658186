using System.Text.Json;
using TutorBot.Core.Chat;

namespace TutorBot.Discord.Interactions;

/// <summary>What somebody did.</summary>
/// <param name="Id">Discord's id of it: the same when it is delivered again.</param>
/// <param name="Application">Our application's id.</param>
/// <param name="Token">Answers it, for 15 minutes.</param>
/// <param name="Kind">What was done.</param>
/// <param name="From">Who did it.</param>
/// <param name="Name">The person's name in that server, else their own.</param>
/// <param name="In">Where.</param>
/// <param name="ChannelName">The channel's name; empty in a direct message.</param>
/// <param name="Data">What exactly.</param>
internal sealed record DiscordInteraction(
    string Id, string Application, string Token, InteractionKind Kind, UserRef From, string Name, ChannelRef In, string ChannelName, JsonElement Data)
{
    private const int EphemeralFlag = 64;

    /// <summary>What the person may do in the channel.</summary>
    public Right Rights { get; private init; }

    /// <summary>What we may do in the channel.</summary>
    public Right OurRights { get; private init; }

    /// <summary>Whether the message whose component was used is for the person alone.</summary>
    public bool IsOnPrivateMessage { get; private init; }

    /// <summary>Whether it was done in a direct message.</summary>
    public bool IsDirect => In.Workspace.Length == 0;

    /// <summary>Whether the person manages the channel.</summary>
    public bool IsChannelManager => !IsDirect && (Rights & (Right.ManageChannels | Right.Administrator)) != Right.None;

    /// <summary>When it was done, by Discord's clock.</summary>
    public DateTimeOffset? At => Snowflake.TimeOf(Id);

    /// <summary>Reads the payload of INTERACTION_CREATE; null where it is of a kind that we do not know.</summary>
    public static DiscordInteraction? Read(JsonElement payload)
    {
        var kind = (InteractionKind)payload.GetProperty("type").GetInt32();
        if (!Enum.IsDefined(kind) || !TryObject(payload, "data", out var data))
        {
            return null;
        }

        var isMember = TryObject(payload, "member", out var member);
        var user = isMember ? member.GetProperty("user") : payload.GetProperty("user");
        var guild = Text(payload, "guild_id");
        var hasMessage = TryObject(payload, "message", out var message);
        return new DiscordInteraction(
            Text(payload, "id"),
            Text(payload, "application_id"),
            Text(payload, "token"),
            kind,
            new UserRef(DiscordPlatform.PlatformName, "", Text(user, "id")),
            isMember && Text(member, "nick") is { Length: > 0 } nick ? nick : Text(user, "global_name") is { Length: > 0 } name ? name : Text(user, "username"),
            new ChannelRef(DiscordPlatform.PlatformName, guild, Text(payload, "channel_id")),
            guild.Length > 0 && TryObject(payload, "channel", out var channel) ? Text(channel, "name") : "",
            data)
        {
            Rights = (Right)(isMember ? Snowflake.Rights(Text(member, "permissions")) : 0),
            OurRights = (Right)Snowflake.Rights(Text(payload, "app_permissions")),
            IsOnPrivateMessage = hasMessage && (guild.Length == 0 || (message.TryGetProperty("flags", out var flags) && (flags.GetInt32() & EphemeralFlag) != 0)),
        };
    }

    /// <summary>A text of an object; empty where it has none.</summary>
    public static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static bool TryObject(JsonElement element, string name, out JsonElement value) =>
        element.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;
}
