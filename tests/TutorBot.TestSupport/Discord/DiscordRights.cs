namespace TutorBot.TestSupport.Discord;

/// <summary>Discord's rights as bits, as far as the fake knows them.</summary>
public static class DiscordRights
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageServer = 1UL << 5;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong ManageMessages = 1UL << 13;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong AttachFiles = 1UL << 15;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const ulong MentionEveryone = 1UL << 17;
    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>What everyone may in a new server.</summary>
    public const ulong Usual = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | SendMessagesInThreads;

    /// <summary>Every bit that Discord has given out.</summary>
    public const ulong All = (1UL << 53) - 1;
}
