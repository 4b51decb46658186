namespace TutorBot.Discord.Gateway;

/// <summary>What the codes mean with which Discord closes a connection. Source: Discord's opcodes and status codes.</summary>
internal static class CloseCode
{
    /// <summary>With this one we close for good: the session ends at once.</summary>
    public const int Normal = 1000;

    /// <summary>With this one we close to come back: the session lives on for some minutes.</summary>
    public const int ComingBack = 4200;

    private static readonly TimeSpan AfterTooMuch = TimeSpan.FromSeconds(10);

    /// <summary>What to do after a close.</summary>
    /// <param name="code">The code, or null: the connection was lost without one.</param>
    public static (NextStep Next, string Reason, TimeSpan Pause) Read(int? code) => code switch
    {
        4003 => (NextStep.Identify, "Discord says that we are not identified (4003)", default),
        4005 => (NextStep.Identify, "Discord says that we identified twice (4005)", default),
        4007 => (NextStep.Identify, "Discord does not know our place in the session (4007)", default),
        4009 => (NextStep.Identify, "the session timed out (4009)", default),
        4008 => (NextStep.Resume, "Discord says that we send too much (4008)", AfterTooMuch),
        4004 => Stop("Discord does not accept the token (4004). Make a new one on https://discord.com/developers/applications, page Bot, Reset Token, and put it into Discord__Token."),
        4010 => Stop("Discord does not accept our number of this connection (4010). Set Discord:Shards to 0, then Discord says how many there are."),
        4011 => Stop("The bot is in too many servers for so few connections (4011). Set Discord:Shards to 0, then Discord says how many are needed."),
        4012 => Stop("Discord has given up this version of its gateway (4012). Install a newer version of the tutor."),
        4013 => Stop("Discord does not know what we want to be told (4013). Install a newer version of the tutor."),
        4014 => Stop("Discord does not let the bot be told of its servers (4014). On https://discord.com/developers/applications, page Bot, look whether the application is limited or was disabled."),
        null => (NextStep.Resume, "the connection was lost", default),
        _ => (NextStep.Resume, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Discord closed the connection ({code})"), default),
    };

    private static (NextStep, string, TimeSpan) Stop(string reason) => (NextStep.Stop, reason, default);
}
