namespace TutorBot.Core.Zones;

/// <summary>Seasons of a group: four weeks each, from the Monday of its first round on.</summary>
public static class Season
{
    /// <summary>Weeks of a season.</summary>
    public const int Weeks = 4;

    /// <summary>The Monday on which the season of a week begins.</summary>
    /// <param name="firstMonday">The Monday of the group's first round.</param>
    /// <param name="monday">The Monday of the week; not before the first.</param>
    public static DateOnly StartOf(DateOnly firstMonday, DateOnly monday)
    {
        var weeks = Math.Max(0, (monday.DayNumber - firstMonday.DayNumber) / 7);
        return firstMonday.AddDays(weeks / Weeks * Weeks * 7);
    }
}
