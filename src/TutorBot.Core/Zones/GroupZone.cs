namespace TutorBot.Core.Zones;

/// <summary>A zone that a group's weeks follow from a Monday on.</summary>
/// <param name="From">The first week's Monday; <see cref="DateOnly.MinValue"/> for the first zone.</param>
/// <param name="Zone">The IANA zone.</param>
public sealed record GroupZone(DateOnly From, string Zone);
