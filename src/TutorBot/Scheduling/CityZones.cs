using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime.TimeZones;
using TutorBot.Core.Zones;

namespace TutorBot.Scheduling;

/// <summary>Zones by city, country, id or offset, from the zone locations of the IANA database that NodaTime carries.</summary>
internal sealed partial class CityZones : IZones
{
    private static readonly string[] CommonIds =
    [
        "Pacific/Honolulu", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Sao_Paulo", "Europe/London",
        "Europe/Berlin", "Africa/Lagos", "Africa/Johannesburg", "Europe/Istanbul", "Africa/Nairobi", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata",
        "Asia/Kathmandu", "Asia/Dhaka", "Asia/Jakarta", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland", "UTC",
    ];

    /// <summary>Large cities that have no zone of their own.</summary>
    private static readonly Dictionary<string, string> Further = new(StringComparer.Ordinal)
    {
        ["beijing"] = "Asia/Shanghai", ["mumbai"] = "Asia/Kolkata", ["delhi"] = "Asia/Kolkata", ["new delhi"] = "Asia/Kolkata", ["bangalore"] = "Asia/Kolkata",
        ["calcutta"] = "Asia/Kolkata", ["munich"] = "Europe/Berlin", ["hamburg"] = "Europe/Berlin", ["frankfurt"] = "Europe/Berlin", ["cologne"] = "Europe/Berlin",
        ["barcelona"] = "Europe/Madrid", ["milan"] = "Europe/Rome", ["geneva"] = "Europe/Zurich", ["lyon"] = "Europe/Paris", ["manchester"] = "Europe/London",
        ["edinburgh"] = "Europe/London", ["san francisco"] = "America/Los_Angeles", ["seattle"] = "America/Los_Angeles", ["boston"] = "America/New_York",
        ["washington"] = "America/New_York", ["miami"] = "America/New_York", ["houston"] = "America/Chicago", ["dallas"] = "America/Chicago", ["austin"] = "America/Chicago",
        ["montreal"] = "America/Toronto", ["rio de janeiro"] = "America/Sao_Paulo", ["osaka"] = "Asia/Tokyo", ["saint petersburg"] = "Europe/Moscow", ["kyiv"] = "Europe/Kyiv",
        ["kiev"] = "Europe/Kyiv", ["cape town"] = "Africa/Johannesburg", ["abuja"] = "Africa/Lagos", ["ankara"] = "Europe/Istanbul", ["hanoi"] = "Asia/Ho_Chi_Minh",
        ["wellington"] = "Pacific/Auckland", ["canberra"] = "Australia/Sydney", ["abu dhabi"] = "Asia/Dubai", ["tel aviv"] = "Asia/Jerusalem",
    };

    private readonly ILookup<string, ZoneChoice> _cities;
    private readonly ILookup<string, ZoneChoice> _countries;
    private readonly Dictionary<string, ZoneChoice> _ids;

    public CityZones()
    {
        var source = TzdbDateTimeZoneSource.Default;
        var locations = (source.ZoneLocations ?? []).Where(location => LocalClock.FindZone(location.ZoneId) is not null)
            .Select(location => (Choice: new ZoneChoice(location.ZoneId, $"{ZoneText.CityOf(location.ZoneId)} ({location.CountryName})"), Country: location.CountryName))
            .ToList();
        _cities = locations.ToLookup(location => Key(ZoneText.CityOf(location.Choice.Id)), location => location.Choice);
        _countries = locations.ToLookup(location => Key(location.Country), location => location.Choice);
        _ids = source.GetIds().Where(id => LocalClock.FindZone(id) is not null).ToDictionary(
            Key, id => locations.FirstOrDefault(location => location.Choice.Id == id).Choice ?? new ZoneChoice(id, ZoneText.CityOf(id)), StringComparer.Ordinal);
        Common = [.. CommonIds.Select(id => _ids[Key(id)])];
    }

    public IReadOnlyList<ZoneChoice> Common { get; }

    public IReadOnlyList<ZoneChoice> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = Key(text.Length > 100 ? text[..100] : text);
        if (key.Length == 0)
        {
            return [];
        }

        if (Offset(key) is { } offset)
        {
            return offset;
        }

        if (_ids.TryGetValue(key, out var id))
        {
            return [id];
        }

        if (Further.TryGetValue(key, out var further))
        {
            return [_ids[Key(further)]];
        }

        // "Kathmandu, Nepal", "Kathmandu (Nepal)"
        var parts = key.Split(['(', ',', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var named = parts.Length == 2 ? _cities[parts[0]].Where(choice => Key(choice.Label).Contains(parts[1], StringComparison.Ordinal)).ToList() : [];
        if (named.Count > 0)
        {
            return named;
        }

        var cities = _cities[key].ToList();
        return cities.Count > 0 ? cities
            : _countries[key].Any() ? Distinct(_countries[key])
            : key.Length < 3 ? []
            : Distinct(_cities.Where(city => city.Key.StartsWith(key, StringComparison.Ordinal)).SelectMany(city => city)
                .Concat(_countries.Where(country => country.Key.StartsWith(key, StringComparison.Ordinal)).SelectMany(country => country)));
    }

    /// <summary>One zone where all have the same clocks, else all.</summary>
    private static List<ZoneChoice> Distinct(IEnumerable<ZoneChoice> choices)
    {
        var all = choices.DistinctBy(choice => choice.Id).ToList();
        return all.DistinctBy(choice => LocalClock.Zone(choice.Id).ToSerializedString().Split(';', 2)[1]).Count() == 1 ? all.Take(1).ToList() : all;
    }

    /// <summary><c>UTC+2</c>, <c>+05:45</c>, <c>GMT-3</c>: a fixed offset where the database has one, else the zones that have it now.</summary>
    private ZoneChoice[]? Offset(string key)
    {
        if (key is "utc" or "gmt" or "z")
        {
            return [new ZoneChoice("UTC", "UTC")];
        }

        if (OffsetText().Match(key) is not { Success: true } match)
        {
            return null;
        }

        var hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59)
        {
            return [];
        }

        var isWest = match.Groups["sign"].Value is "-" or "−";
        // The ids of fixed offsets count westwards: Etc/GMT-2 is two hours ahead of UTC.
        var id = hours == 0 ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(isWest ? '+' : '-')}{hours}");
        if (minutes == 0 && LocalClock.FindZone(id) is not null)
        {
            return [new ZoneChoice(id, string.Create(CultureInfo.InvariantCulture, $"UTC{(isWest ? '−' : '+')}{hours}"))];
        }

        var offset = new TimeSpan(hours, minutes, 0) * (isWest ? -1 : 1);
        return [.. _ids.Values.Where(choice => choice.Label.Contains('(', StringComparison.Ordinal) && LocalClock.Zone(choice.Id).BaseUtcOffset == offset).Take(10)];
    }

    private static string Key(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c == '_' ? ' ' : char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"^(?:utc|gmt)?\s*(?<sign>[+\-−])\s*(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?$")]
    private static partial Regex OffsetText();
}
