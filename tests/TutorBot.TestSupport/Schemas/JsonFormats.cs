using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TutorBot.TestSupport.Schemas;

/// <summary>The formats that Discord's description names.</summary>
internal static partial class JsonFormats
{
    /// <summary>Whether a value is of a format; one of another type always is.</summary>
    /// <exception cref="NotSupportedException">The format is not known here.</exception>
    public static bool Fits(JsonElement value, string format) => (format, value.ValueKind) switch
    {
        ("int32", JsonValueKind.Number) => double.IsInteger(value.GetDouble()) && value.GetDouble() is >= int.MinValue and <= int.MaxValue,
        ("int64", JsonValueKind.Number) => double.IsInteger(value.GetDouble()),
        ("snowflake", JsonValueKind.String) => ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out _),
        ("uri", JsonValueKind.String) => Address().IsMatch(value.GetString() ?? ""),
        ("date-time", JsonValueKind.String) => Instant().IsMatch(value.GetString() ?? "") && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
        ("int32" or "int64" or "snowflake" or "uri" or "date-time" or "double", _) => true,
        ("nonce", _) => true, // Discord's own word, which it explains nowhere.
        _ => throw new NotSupportedException($"The format {format} is not known here."),
    };

    [GeneratedRegex(@"^[a-z][a-z0-9+.\-]*:([a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})+(#([a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt\s][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+\-][0-9]{2}:?[0-9]{2})\z")]
    private static partial Regex Instant();
}
