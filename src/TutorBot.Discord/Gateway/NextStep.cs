namespace TutorBot.Discord.Gateway;

/// <summary>What to do after a connection has ended.</summary>
internal enum NextStep
{
    /// <summary>Connect and go on with the session.</summary>
    Resume,

    /// <summary>Connect and begin a new session.</summary>
    Identify,

    /// <summary>Nothing: it would end the same way again.</summary>
    Stop,
}
