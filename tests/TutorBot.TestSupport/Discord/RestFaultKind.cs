namespace TutorBot.TestSupport.Discord;

/// <summary>What a <see cref="RestFault"/> does.</summary>
internal enum RestFaultKind
{
    Cut,
    LostAnswer,
    CloudflareBan,
    ServerError,
    ServerErrorAfterWork,
    Refuse,
    Delay,
    RateLimit,
}
