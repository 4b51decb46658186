using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>
/// The rules of the quiz in the plainest form: dictionaries, no ledger. What a person has of a round is computed from all
/// keys that it ever had at and after its close. Written from the specification, not from the code.
/// </summary>
internal sealed class ReferenceQuiz
{
    private readonly Dictionary<(int Group, int Person), bool> _isIn = [];
    private readonly Dictionary<(int Group, DateOnly Monday), string> _zones = [];
    private readonly List<ReferenceRound> _rounds = [];

    public IReadOnlyList<ReferenceRound> Rounds => _rounds;

    public void Join(int group, int person) => _isIn[(group, person)] = true;

    public void Leave(int group, int person)
    {
        if (_isIn.ContainsKey((group, person)))
        {
            _isIn[(group, person)] = false;
        }
    }

    public void Open(RoundKind kind, IReadOnlyList<int> groups, DateTimeOffset closesAt) => _rounds.Add(new ReferenceRound(kind, groups, closesAt));

    /// <summary>What a person has of closed rounds stays with nobody's name, whatever is corrected later; the rest is gone.</summary>
    public void Delete(int person)
    {
        foreach (var round in _rounds)
        {
            round.Former.AddRange(round.Scores.Where(score => score.Person == person).Select(score => (score.Group, Result(round, person))));
            round.Scores.RemoveWhere(score => score.Person == person);
            round.Answers.Remove(person);
        }

        foreach (var group in _isIn.Keys.Where(key => key.Person == person).ToList())
        {
            _isIn.Remove(group);
        }
    }

    /// <summary>Gives a group the clocks of another zone from a Monday on.</summary>
    public void ChangeZone(int group, DateOnly monday, string zone) => _zones[(group, monday)] = zone;

    /// <summary>The week that holds an instant: from one Monday's midnight to the next, each by the clocks of the week that it ends.</summary>
    public (DateTimeOffset From, DateTimeOffset To) WeekAt(int group, DateTimeOffset instant)
    {
        var monday = new DateOnly(2026, 1, 5);
        while (Midnight(group, monday.AddDays(7)) <= instant)
        {
            monday = monday.AddDays(7);
        }

        return (Midnight(group, monday), Midnight(group, monday.AddDays(7)));
    }

    private DateTimeOffset Midnight(int group, DateOnly monday)
    {
        var name = _zones.Where(zone => zone.Key.Group == group && zone.Key.Monday <= monday.AddDays(-7)).OrderBy(zone => zone.Key.Monday).Select(zone => zone.Value).LastOrDefault("Europe/Berlin");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var local = monday.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    public static void Click(ReferenceRound round, int person, int? choice, Stake? stake)
    {
        if (round.State != RoundState.Open)
        {
            return;
        }

        var had = round.Answers.TryGetValue(person, out var before);
        if (choice is { } letter && !(had && before.Choice == letter))
        {
            round.Answers[person] = (letter, stake ?? Stake.ThinkSo);
        }
        else if (stake is { } sure && had)
        {
            round.Answers[person] = (before.Choice, sure);
        }
    }

    public void Close(ReferenceRound round)
    {
        if (round.State == RoundState.Open)
        {
            round.State = RoundState.Closed;
            round.Keys.Add(round.Key);
            foreach (var (group, person) in round.Groups.SelectMany(group => round.Answers.Keys.Select(person => (group, person))))
            {
                if (_isIn.GetValueOrDefault((group, person)))
                {
                    round.Scores.Add((group, person));
                }
            }
        }
    }

    public static void Regrade(ReferenceRound round, int[] key)
    {
        if (round.State != RoundState.Void)
        {
            round.Key = key;
            if (round.State == RoundState.Closed)
            {
                round.Keys.Add(key);
            }
        }
    }

    /// <summary>Points, answered and right of each person of a group with any; of all who deleted their data together as −1.</summary>
    public Dictionary<int, (int Points, int Answered, int Right)> Totals(int group, DateTimeOffset from, DateTimeOffset to)
    {
        var totals = new Dictionary<int, (int Points, int Answered, int Right)>();
        foreach (var round in _rounds.Where(round => round.State == RoundState.Closed && round.Kind != RoundKind.Practice && round.ClosesAt >= from && round.ClosesAt < to))
        {
            foreach (var (_, person) in round.Scores.Where(score => score.Group == group))
            {
                Add(person, Result(round, person));
            }

            foreach (var (_, result) in round.Former.Where(former => former.Group == group))
            {
                Add(-1, result);
            }
        }

        return totals;

        void Add(int person, (int Points, int Right) result)
        {
            var sum = totals.GetValueOrDefault(person);
            totals[person] = (sum.Points + result.Points, sum.Answered + 1, sum.Right + result.Right);
        }
    }

    private static (int Points, int Right) Result(ReferenceRound round, int person)
    {
        var (choice, stake) = round.Answers[person];
        return round.Kind == RoundKind.Practice ? (0, 0)
            : (round.Keys.Max(key => Worth(stake, key.Contains(choice)) / (round.Kind == RoundKind.Throwback ? 2 : 1)), round.Keys.Any(key => key.Contains(choice)) ? 1 : 0);
    }

    /// <summary>Whether a person answered each of the closed daily rounds of a group, in their order.</summary>
    public List<bool> Occasions(int group, int person) => [.. _rounds
        .Where(round => round.State == RoundState.Closed && round.Kind == RoundKind.Daily && round.Groups.Contains(group))
        .Select(round => round.Answers.ContainsKey(person))];

    private static int Worth(Stake stake, bool isRight) => stake switch
    {
        Stake.Guess => isRight ? 16 : 10,
        Stake.ThinkSo => isRight ? 20 : 6,
        _ => isRight ? 22 : 0,
    };
}
