namespace TutorBot.Discord;

/// <summary>Rights as Discord's settings name them.</summary>
internal static class RightNames
{
    private static readonly (Right Right, string Name)[] Needed =
    [
        (Right.ViewChannel, "View Channel"), (Right.SendMessages, "Send Messages"), (Right.EmbedLinks, "Embed Links"), (Right.ReadMessageHistory, "Read Message History"),
    ];

    /// <summary>What a channel with a daily quiz needs and we do not have.</summary>
    public static IReadOnlyList<string> Missing(Right rights) => rights.HasFlag(Right.Administrator)
        ? []
        : [.. Needed.Where(needed => (rights & needed.Right) == Right.None).Select(needed => needed.Name)];
}
