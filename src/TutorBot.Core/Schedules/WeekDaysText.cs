namespace TutorBot.Core.Schedules;

/// <summary>Days of the week as people write them.</summary>
public static class WeekDaysText
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Whether a date is on one of the days.</summary>
    public static bool Includes(this WeekDays days, DateOnly date) => days.HasFlag(At(((int)date.DayOfWeek + 6) % 7));

    /// <summary><c>Mon–Fri</c>, <c>every day</c>, <c>Mon, Wed, Fri</c>.</summary>
    public static string ToText(this WeekDays days)
    {
        if (days == WeekDays.All)
        {
            return "every day";
        }

        var chosen = Enumerable.Range(0, 7).Where(day => days.HasFlag(At(day))).ToList();
        return chosen.Count > 2 && chosen[^1] - chosen[0] == chosen.Count - 1
            ? $"{Name(chosen[0])}–{Name(chosen[^1])}"
            : string.Join(", ", chosen.Select(Name));
    }

    /// <summary>Reads <c>mon-fri</c>, <c>Mon, Wed</c>, <c>daily</c>, <c>weekdays</c>, <c>sat-mon</c>; null where it is none of those.</summary>
    public static WeekDays? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var days = WeekDays.None;
        // "Mon – Fri" is one part; a dash with an end missing stays one that is read as nothing.
        var joined = text.ToLowerInvariant().Replace(" - ", "-", StringComparison.Ordinal).Replace(" – ", "-", StringComparison.Ordinal);
        foreach (var part in joined.Split([',', ' ', '+', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–'], 2);
            WeekDays? added = part switch
            {
                "daily" or "all" or "every" or "everyday" => WeekDays.All,
                "day" or "days" or "and" => WeekDays.None,
                "weekdays" or "workdays" => WeekDays.Workdays,
                "weekend" or "weekends" => WeekDays.Saturday | WeekDays.Sunday,
                _ when Index(ends[0]) is >= 0 and var from && Index(ends[^1]) is >= 0 and var to => Run(from, to),
                _ => null,
            };
            if (added is null)
            {
                return null;
            }

            days |= added.Value;
        }

        return days == WeekDays.None ? null : days;
    }

    private static WeekDays Run(int from, int to) =>
        Enumerable.Range(from, (to - from + 7) % 7 + 1).Aggregate(WeekDays.None, (days, day) => days | At(day % 7));

    private static WeekDays At(int day) => (WeekDays)(1 << day);

    private static string Name(int day) => char.ToUpperInvariant(Names[day][0]) + Names[day][1..];

    /// <summary>Monday is 0; -1 for what is no day. Three letters or more of its English name.</summary>
    private static int Index(string text) => text.Length < 3 ? -1 : Array.FindIndex(
        Enum.GetNames<DayOfWeek>(), name => name.StartsWith(text.TrimEnd('s') is { Length: >= 3 } one ? one : text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var day
            ? (day + 6) % 7
            : -1;
}
