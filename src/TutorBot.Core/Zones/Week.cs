namespace TutorBot.Core.Zones;

/// <summary>A week of a group.</summary>
/// <param name="Monday">Its first date.</param>
/// <param name="From">Its start, included.</param>
/// <param name="To">Its end, not included: the next week's start.</param>
public sealed record Week(DateOnly Monday, DateTimeOffset From, DateTimeOffset To);
