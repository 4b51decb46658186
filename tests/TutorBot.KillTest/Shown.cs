namespace TutorBot.KillTest;

/// <summary>A message of the recording platform, as posted or edited.</summary>
/// <param name="Nonce">What it was posted under; also its id.</param>
/// <param name="IsPost">Whether it was posted by this; else edited.</param>
/// <param name="IsFinal">Whether it shows a result.</param>
/// <param name="At">When, by the machine's clock.</param>
internal sealed record Shown(string Nonce, bool IsPost, bool IsFinal, DateTimeOffset At);
