using System.Globalization;

namespace TutorBot.Discord;

/// <summary>Discord's ids: 64 bits as decimal text, of which the upper 42 are milliseconds since 2015. Source: Discord's reference, snowflakes.</summary>
internal static class Snowflake
{
    private const long Epoch = 1420070400000;

    /// <summary>When an id was made by Discord's clock; null where it is none.</summary>
    public static DateTimeOffset? TimeOf(string id) => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)(number >> 22) + Epoch)
        : null;

    /// <summary>Which connection tells of a server. Source: Discord's gateway page, sharding.</summary>
    public static int ShardOf(string guild, int count) => ulong.TryParse(guild, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (int)((number >> 22) % (ulong)count) : 0;

    /// <summary>A set of rights, as Discord writes it.</summary>
    public static ulong Rights(string? text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rights) ? rights : 0;
}
