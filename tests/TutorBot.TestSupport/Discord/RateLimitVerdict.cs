namespace TutorBot.TestSupport.Discord;

/// <summary>Whether a request may pass.</summary>
/// <param name="Scope">user or global if it may not; null if it may.</param>
/// <param name="RetryAfter">The rest of the window.</param>
/// <param name="Headers">For the answer.</param>
internal sealed record RateLimitVerdict(string? Scope, TimeSpan RetryAfter, IReadOnlyDictionary<string, string> Headers);
