using System.Text.Json;
using TutorBot.Discord.Interactions;

namespace TutorBot.Discord.Api;

/// <summary>
/// What a member may do in a channel: everyone's rights and those of their roles, then what the channel takes and gives, to
/// everyone, to roles, to the member. Source: Discord's permissions page, permission overwrites.
/// </summary>
internal static class ChannelRights
{
    private const int OfRole = 0;

    /// <summary>The rights.</summary>
    /// <param name="guild">The server.</param>
    /// <param name="roles">Its roles.</param>
    /// <param name="member">The member.</param>
    /// <param name="channel">The channel.</param>
    public static Right Of(JsonElement guild, JsonElement roles, JsonElement member, JsonElement channel)
    {
        var (guildId, user) = (DiscordInteraction.Text(guild, "id"), DiscordInteraction.Text(member.GetProperty("user"), "id"));
        var own = member.GetProperty("roles").EnumerateArray().Select(role => role.GetString() ?? "").ToHashSet();
        var rights = roles.EnumerateArray()
            .Where(role => DiscordInteraction.Text(role, "id") is var id && (id == guildId || own.Contains(id)))
            .Aggregate(Right.None, (sum, role) => sum | (Right)Snowflake.Rights(DiscordInteraction.Text(role, "permissions")));
        if (DiscordInteraction.Text(guild, "owner_id") == user || rights.HasFlag(Right.Administrator))
        {
            return (Right)ulong.MaxValue;
        }

        var overwrites = channel.TryGetProperty("permission_overwrites", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        rights = Apply(rights, overwrites.Where(one => DiscordInteraction.Text(one, "id") == guildId));
        rights = Apply(rights, overwrites.Where(one => one.GetProperty("type").GetInt32() == OfRole && own.Contains(DiscordInteraction.Text(one, "id")) && DiscordInteraction.Text(one, "id") != guildId));
        rights = Apply(rights, overwrites.Where(one => one.GetProperty("type").GetInt32() != OfRole && DiscordInteraction.Text(one, "id") == user));

        // Whoever does not see a channel can do nothing there, and whoever cannot write can post no boxes.
        return !rights.HasFlag(Right.ViewChannel) ? Right.None : rights.HasFlag(Right.SendMessages) ? rights : rights & ~Right.EmbedLinks;
    }

    /// <summary>All that is taken, then all that is given.</summary>
    private static Right Apply(Right rights, IEnumerable<JsonElement> overwrites)
    {
        var (taken, given) = (Right.None, Right.None);
        foreach (var overwrite in overwrites)
        {
            taken |= (Right)Snowflake.Rights(DiscordInteraction.Text(overwrite, "deny"));
            given |= (Right)Snowflake.Rights(DiscordInteraction.Text(overwrite, "allow"));
        }

        return (rights & ~taken) | given;
    }
}
