namespace TutorBot.Discord;

/// <summary>Rights in a channel, as bits. Source: Discord's permissions page.</summary>
[Flags]
internal enum Right : ulong
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Everything.</summary>
    Administrator = 1UL << 3,

    /// <summary>Whoever may change a channel is its manager.</summary>
    ManageChannels = 1UL << 4,

    /// <summary>Without it nothing else is worth anything.</summary>
    ViewChannel = 1UL << 10,

    /// <summary>Posting.</summary>
    SendMessages = 1UL << 11,

    /// <summary>Cards in boxes.</summary>
    EmbedLinks = 1UL << 14,

    /// <summary>Finding our own message again after a crash.</summary>
    ReadMessageHistory = 1UL << 16,
}
