namespace TutorBot.Discord.Gateway;

/// <summary>What a frame of the gateway is about: its <c>op</c>. Source: Discord's opcodes and status codes.</summary>
internal enum GatewayOperation
{
    /// <summary>Something happened; from Discord.</summary>
    Dispatch = 0,

    /// <summary>A sign of life; from us, or from Discord, which then wants one at once.</summary>
    Heartbeat = 1,

    /// <summary>Begin a session; from us.</summary>
    Identify = 2,

    /// <summary>Go on with a session; from us.</summary>
    Resume = 6,

    /// <summary>Connect anew and go on; from Discord.</summary>
    Reconnect = 7,

    /// <summary>The session cannot be gone on with, or not by this connection; from Discord.</summary>
    InvalidSession = 9,

    /// <summary>The first frame: how often to beat; from Discord.</summary>
    Hello = 10,

    /// <summary>Our heartbeat arrived; from Discord.</summary>
    HeartbeatAcknowledged = 11,
}
