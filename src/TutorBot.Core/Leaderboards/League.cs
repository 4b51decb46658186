using TutorBot.Core.Groups;

namespace TutorBot.Core.Leaderboards;

/// <summary>Seasons: four weeks, in each <c>max(0, 11 − rank)</c> league points for whoever answered twice; the best three weeks count.</summary>
public static class League
{
    /// <summary>Weeks of a season.</summary>
    public const int Weeks = 4;

    private const int BestWeeks = 3;
    private const int LeastAnswered = 2;

    /// <summary>The Monday on which the season of a week begins.</summary>
    /// <param name="firstMonday">The Monday of the group's first round.</param>
    /// <param name="monday">The Monday of the week; not before the first.</param>
    public static DateOnly SeasonOf(DateOnly firstMonday, DateOnly monday)
    {
        var weeks = Math.Max(0, (monday.DayNumber - firstMonday.DayNumber) / 7);
        return firstMonday.AddDays(weeks / Weeks * Weeks * 7);
    }

    /// <summary>The league points of a week.</summary>
    public static IReadOnlyDictionary<PersonId, int> OfWeek(IEnumerable<Total> totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return Standings.Rank(totals.Where(total => total.Answered >= LeastAnswered).Select(total => (total.Person, (double)total.Points)))
            .ToDictionary(standing => standing.Person, standing => Math.Max(0, 11 - standing.Rank));
    }

    /// <summary>The league points of a season: for each person the best three of its weeks.</summary>
    public static IReadOnlyDictionary<PersonId, int> OfSeason(IEnumerable<IReadOnlyDictionary<PersonId, int>> weeks)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        return weeks.SelectMany(week => week).GroupBy(points => points.Key)
            .ToDictionary(points => points.Key, points => points.Select(point => point.Value).OrderDescending().Take(BestWeeks).Sum());
    }
}
