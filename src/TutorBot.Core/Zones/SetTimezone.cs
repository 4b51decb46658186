using TutorBot.Core.Chat;

namespace TutorBot.Core.Zones;

/// <summary><c>/timezone CITY</c>.</summary>
/// <param name="Typed">A city, country, zone or offset; from a button, an IANA id; empty: show what is set.</param>
public sealed record SetTimezone(string Typed) : Command;
