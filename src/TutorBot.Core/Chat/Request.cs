namespace TutorBot.Core.Chat;

/// <summary>What arrived, in the core's words.</summary>
/// <param name="Command">What to do.</param>
/// <param name="From">Who asks.</param>
/// <param name="In">Where.</param>
/// <param name="DisplayName">The asker's current display name as the platform gives it; never logged.</param>
/// <param name="At">When it happened by the platform's clock, or null: when it was received.</param>
/// <param name="Event">The platform's id of what happened, the same when it is delivered again; empty where it has none.</param>
/// <param name="IsChannelManager">Whether the asker may manage the channel, by the platform's own rights.</param>
/// <param name="ChannelName">The channel's name as people see it; empty: the same as its id.</param>
/// <param name="Zone">The IANA zone that the platform knows of the asker or the channel, or null.</param>
public sealed record Request(
    Command Command, UserRef From, ChannelRef In, string DisplayName, DateTimeOffset? At = null, string Event = "",
    bool IsChannelManager = false, string ChannelName = "", string? Zone = null)
{
    /// <summary>Whether it was asked in a direct message: there is no channel whose members would see anything.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Whether the platform brings commands and buttons alone: no messages, no mentions.</summary>
    public bool IsByCommandAlone { get; init; }

    /// <summary>Rights that the tutor lacks in the channel, by the names that the platform gives them; empty where it has all, or it is not known.</summary>
    public IReadOnlyList<string> MissingRights { get; init; } = [];

    /// <summary>The channel as people call it.</summary>
    public string Channel => ChannelName.Length > 0 ? ChannelName : In.Id;
}
