namespace TutorBot.Core.Zones;

/// <summary>A time zone as people choose it.</summary>
/// <param name="Id">The IANA id.</param>
/// <param name="Label"><c>Kathmandu (Nepal)</c>.</param>
public sealed record ZoneChoice(string Id, string Label);
