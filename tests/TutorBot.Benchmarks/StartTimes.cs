namespace TutorBot.Benchmarks;

/// <summary>What starts took, in milliseconds.</summary>
/// <param name="One">With one schedule.</param>
/// <param name="Many">With 1,000.</param>
/// <param name="ManyTriggers">With 1,000, none of which has its triggers, until all have them.</param>
internal sealed record StartTimes(double One, double Many, double ManyTriggers);
