namespace TutorBot.Core.Chat;

/// <summary>What arrived, in the core's words.</summary>
/// <param name="Command">What to do.</param>
/// <param name="From">Who asks.</param>
/// <param name="In">Where.</param>
/// <param name="DisplayName">The asker's current display name as the platform gives it; shown, never stored or logged.</param>
public sealed record Request(Command Command, UserRef From, ChannelRef In, string DisplayName);
