using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>
/// The rules of the quiz in the plainest form: dictionaries, no ledger. What a person has of a round is computed from all
/// keys that it ever had at and after its close. Written from the specification, not from the code.
/// </summary>
internal sealed class ReferenceQuiz
{
    private readonly Dictionary<(int Group, int Person), bool> _isIn = [];
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

    public void Open(RoundKind kind, IReadOnlyList<int> groups) => _rounds.Add(new ReferenceRound(kind, groups));

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

    /// <summary>Points, answered and right of each person of a group with any.</summary>
    public Dictionary<int, (int Points, int Answered, int Right)> Totals(int group)
    {
        var totals = new Dictionary<int, (int Points, int Answered, int Right)>();
        foreach (var round in _rounds.Where(round => round.State == RoundState.Closed && round.Kind != RoundKind.Practice))
        {
            foreach (var (_, person) in round.Scores.Where(score => score.Group == group))
            {
                var (choice, stake) = round.Answers[person];
                var points = round.Keys.Max(key => Worth(stake, key.Contains(choice)) / (round.Kind == RoundKind.Throwback ? 2 : 1));
                var sum = totals.GetValueOrDefault(person);
                totals[person] = (sum.Points + points, sum.Answered + 1, sum.Right + (round.Keys.Any(key => key.Contains(choice)) ? 1 : 0));
            }
        }

        return totals;
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
