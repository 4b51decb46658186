namespace TutorBot.Core.Chat;

/// <summary>Who sees a reply. It is a property of the command, so an adapter knows it before the core runs.</summary>
public enum Audience
{
    /// <summary>Only the person who sent the command (an ephemeral message).</summary>
    Asker,

    /// <summary>Everyone in the channel.</summary>
    Channel,
}
