namespace TutorBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="Next">What to do next.</param>
/// <param name="Reason">Why it ended, for the log; where <paramref name="Next"/> is <see cref="NextStep.Stop"/>, with the remedy.</param>
/// <param name="Session">The session to go on with, or null.</param>
internal sealed record ConnectionEnd(NextStep Next, string Reason, GatewaySession? Session)
{
    /// <summary>How long it was ready: from READY or RESUMED on; null where it never was.</summary>
    public TimeSpan? ReadyFor { get; init; }

    /// <summary>How long Discord wants us to wait at least before the next one.</summary>
    public TimeSpan Pause { get; init; }
}
