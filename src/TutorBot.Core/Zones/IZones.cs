namespace TutorBot.Core.Zones;

/// <summary>Finds time zones by what people call them.</summary>
public interface IZones
{
    /// <summary>
    /// The zones that a text means, the likeliest first: a city, a country, an IANA id, an offset (<c>UTC+5:45</c>). One is
    /// the zone, several are to be chosen from; none: it is not known.
    /// </summary>
    IReadOnlyList<ZoneChoice> Find(string text);

    /// <summary>Cities for a menu, one for each offset that many people live by.</summary>
    IReadOnlyList<ZoneChoice> Common { get; }
}
