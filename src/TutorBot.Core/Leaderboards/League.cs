using TutorBot.Core.People;

namespace TutorBot.Core.Leaderboards;

/// <summary>Seasons: four weeks, in each <c>max(0, 11 − rank)</c> league points for whoever answered twice; the best three weeks count.</summary>
public static class League
{
    private const int BestWeeks = 3;
    private const int LeastAnswered = 2;

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
