using TutorBot.Core.Groups;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>The ledger rows that a round gives rise to.</summary>
public static class RoundLedger
{
    /// <summary>The rows of a close: one for each answer and each of the person's groups among the round's.</summary>
    /// <param name="round">The round.</param>
    /// <param name="answers">All of them; those without a choice give nothing.</param>
    /// <param name="groupsOf">In which of the round's groups a person's answer scores.</param>
    /// <param name="recall">The recall expected of a person at the post, in 0…1.</param>
    /// <param name="now">When it is written.</param>
    public static IReadOnlyList<LedgerEntry> Close(
        Round round,
        IEnumerable<Answer> answers,
        Func<PersonId, IReadOnlyList<GroupId>> groupsOf,
        Func<PersonId, double> recall,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(groupsOf);
        ArgumentNullException.ThrowIfNull(recall);
        if (round.Kind == RoundKind.Practice)
        {
            return [];
        }

        var entries = new List<LedgerEntry>();
        foreach (var answer in answers)
        {
            if (answer.Choice is not { } choice)
            {
                continue;
            }

            var isRight = round.IsRight(choice);
            foreach (var group in groupsOf(answer.Person))
            {
                entries.Add(new LedgerEntry(
                    $"answer/{round.Id}/{group}/{answer.Person.Value}",
                    group,
                    answer.Person,
                    round.Id,
                    LedgerReason.Answer,
                    Points.Of(round.Kind, answer.Stake, answer.IsHinted, isRight),
                    1,
                    isRight ? 1 : 0,
                    (isRight ? 1 : 0) - recall(answer.Person),
                    round.ClosesAt,
                    now));
            }
        }

        return entries;
    }

    /// <summary>
    /// The corrections of a new key: each answer is scored at its stake under it, and the better of what was paid and what
    /// would be is paid. Rows that change nothing are left out.
    /// </summary>
    /// <param name="round">With its new key.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="paid">All rows of the round so far.</param>
    /// <param name="regrade">Counts the round's regrades from 1.</param>
    /// <param name="now">When it is written.</param>
    public static IReadOnlyList<LedgerEntry> Regrade(
        Round round, IEnumerable<Answer> answers, IEnumerable<LedgerEntry> paid, int regrade, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(paid);
        var byPerson = answers.Where(answer => answer.Choice is not null).ToDictionary(answer => answer.Person);
        var entries = new List<LedgerEntry>();
        foreach (var rows in paid.GroupBy(row => (row.Group, row.Person)))
        {
            if (!byPerson.TryGetValue(rows.Key.Person, out var answer) || answer.Choice is not { } choice)
            {
                continue;
            }

            var isRight = round.IsRight(choice);
            var points = Math.Max(Points.Of(round.Kind, answer.Stake, answer.IsHinted, isRight) - rows.Sum(row => row.Points), 0);
            // Whoever was right under the posted key stays right.
            var right = isRight && rows.Sum(row => row.Right) == 0 ? 1 : 0;
            if (points != 0 || right != 0)
            {
                entries.Add(Correction(round, rows.Key, LedgerReason.Regrade, $"regrade/{regrade}", points, 0, right, right, now));
            }
        }

        return entries;
    }

    /// <summary>What takes back everything that a round gave.</summary>
    public static IReadOnlyList<LedgerEntry> Void(Round round, IEnumerable<LedgerEntry> paid, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(paid);
        return [.. paid.GroupBy(row => (row.Group, row.Person)).Select(rows => Correction(
            round, rows.Key, LedgerReason.Void, "void",
            -rows.Sum(row => row.Points), -rows.Sum(row => row.Answered), -rows.Sum(row => row.Right), -rows.Sum(row => row.Growth), now))];
    }

    private static LedgerEntry Correction(
        Round round, (GroupId Group, PersonId Person) of, LedgerReason reason, string cause,
        int points, int answered, int right, double growth, DateTimeOffset now) => new(
            $"{cause}/{round.Id}/{of.Group}/{of.Person.Value}", of.Group, of.Person, round.Id, reason,
            points, answered, right, growth, round.ClosesAt, now);
}
