using System.Globalization;
using System.Text.RegularExpressions;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>A time of day as people type it.</summary>
public static partial class ClockTime
{
    /// <summary>Reads <c>09:30</c>, <c>9.30</c>, <c>9</c>, <c>4:30 pm</c>, <c>noon</c>; null where it is no time.</summary>
    public static TimeOnly? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var typed = text.Trim().ToLowerInvariant();
        if (typed is "noon" or "midnight")
        {
            return typed == "noon" ? new TimeOnly(12, 0) : TimeOnly.MinValue;
        }

        if (Time().Match(typed) is not { Success: true } match)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = hour % 12 + (match.Groups["half"].Value[0] == 'p' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2}))?\s*(?<half>am|pm|a\.m\.|p\.m\.)?(?:\s*(?:o'clock|uhr|h))?$")]
    private static partial Regex Time();
}
