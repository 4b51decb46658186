namespace TutorBot.Adapters.Tests.Memory;

/// <summary>A line of tests/conformance/fsrs/histories.mjs: a history, and what ts-fsrs makes of it.</summary>
public sealed record FsrsHistory(double Retention, IReadOnlyList<FsrsStep> Steps);
