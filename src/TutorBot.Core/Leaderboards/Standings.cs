using TutorBot.Core.People;

namespace TutorBot.Core.Leaderboards;

/// <summary>Standard competition ranking (1, 2, 2, 4): computed here once, used everywhere.</summary>
public static class Standings
{
    /// <summary>Fewer active people than this are not ranked against each other.</summary>
    public const int LeastPeople = 3;

    /// <summary>The standings by value, the greatest first; people of one value by their number, so that order is stable.</summary>
    public static IReadOnlyList<Standing> Rank(IEnumerable<(PersonId Person, double Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var standings = new List<Standing>();
        foreach (var (person, value) in values.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Person.Value))
        {
            var rank = standings is [.., var last] && last.Value == value ? last.Rank : standings.Count + 1;
            standings.Add(new Standing(rank, person, value));
        }

        return standings;
    }
}
