namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>When a round was out of reach for so long that it is no occasion for those without an answer.</summary>
public static class Outage
{
    private static readonly TimeSpan LastPart = TimeSpan.FromHours(1);

    /// <summary>Whether the minutes without a connection make up half the window, or all of its last hour (of a shorter window: all of it).</summary>
    /// <param name="opensAt">The window's start.</param>
    /// <param name="closesAt">Its end.</param>
    /// <param name="minutes">The starts of the minutes with a connection.</param>
    public static bool IsTooLong(DateTimeOffset opensAt, DateTimeOffset closesAt, IReadOnlyCollection<DateTimeOffset> minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        var window = closesAt - opensAt;
        var last = closesAt - (window < LastPart ? window : LastPart);
        var up = minutes.Count(minute => minute + TimeSpan.FromMinutes(1) > opensAt && minute < closesAt);
        var all = Math.Max(1, (int)Math.Ceiling(window.TotalMinutes));
        return 2 * (all - up) >= all || !minutes.Any(minute => minute + TimeSpan.FromMinutes(1) > last && minute < closesAt);
    }
}
