using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.TestSupport;

namespace TutorBot.Core.Tests.Quizzes.Rounds;

public sealed class RoundLedgerTests
{
    private static readonly GroupId[] Groups = [new("g1"), new("g2")];
    private static readonly Round Daily = SampleRounds.Round(Groups);

    private static readonly Gen<Answer[]> Answers =
        (from choice in Gen.Elements<int?>(null, 0, 1, 2, 3)
         from stake in Gen.Elements(Enum.GetValues<Stake>())
         from isHinted in Gen.Elements(true, false)
         select Answer.None(Daily.Id, PersonId.Former) with { Choice = choice, Stake = stake, IsHinted = isHinted })
        .ListOf().Select(answers => answers.Select((answer, i) => answer with { Person = new PersonId(i + 1) }).ToArray());

    private static readonly Gen<int[]> Keys = Gen.Choose(1, 15).Select(bits => Enumerable.Range(0, 4).Where(option => (bits & (1 << option)) != 0).ToArray());

    [Property]
    public Property Close_Answers_GiveARowForEachOfTheirGroups() => Prop.ForAll(Answers.ToArbitrary(), answers =>
    {
        var rows = Close(Daily, answers);
        return rows.Count == answers.Where(answer => answer.Choice is not null).Sum(answer => GroupsOf(answer.Person).Count)
            && rows.All(row => row.At == Daily.ClosesAt && row.Answered == 1 && row.Growth == row.Right - 0.25);
    });

    [Property]
    public Property Regrade_AnyKeys_NeverLowersAndPaysTheBestOfAll() => Prop.ForAll(
        Answers.ToArbitrary(), Keys.ListOf().ToArbitrary(), (answers, keys) =>
        {
            var rows = Close(Daily, answers).ToList();
            for (var i = 0; i < keys.Count; i++)
            {
                var more = RoundLedger.Regrade(Daily with { RightOptions = keys[i] }, answers, rows, i + 1, Daily.ClosesAt);
                if (more.Any(row => row.Points < 0 || row.Right < 0 || row.Growth < 0 || row.Answered != 0))
                {
                    return false;
                }

                rows.AddRange(more);
            }

            return rows.DistinctBy(row => row.Key).Count() == rows.Count
                && rows.GroupBy(row => (row.Group, row.Person)).All(own =>
                {
                    var answer = answers.Single(answer => answer.Person == own.Key.Person);
                    var everRight = keys.Prepend([0]).Any(key => key.Contains(answer.Choice ?? -1));
                    var everWrong = keys.Prepend([0]).Any(key => !key.Contains(answer.Choice ?? -1));
                    var best = Math.Max(
                        everRight ? Points.Of(RoundKind.Daily, answer.Stake, answer.IsHinted, true) : 0,
                        everWrong ? Points.Of(RoundKind.Daily, answer.Stake, answer.IsHinted, false) : 0);
                    return own.Sum(row => row.Points) == best && own.Sum(row => row.Right) == (everRight ? 1 : 0);
                });
        });

    [Property]
    public Property Void_AfterAnyRegrades_SumsToZero() => Prop.ForAll(Answers.ToArbitrary(), Keys.ToArbitrary(), (answers, key) =>
    {
        var rows = Close(Daily, answers).ToList();
        rows.AddRange(RoundLedger.Regrade(Daily with { RightOptions = key }, answers, rows, 1, Daily.ClosesAt));
        rows.AddRange(RoundLedger.Void(Daily, rows, Daily.ClosesAt));
        return rows.DistinctBy(row => row.Key).Count() == rows.Count
            && rows.GroupBy(row => (row.Group, row.Person)).All(own =>
                own.Sum(row => row.Points) == 0 && own.Sum(row => row.Answered) == 0 && own.Sum(row => row.Right) == 0 && own.Sum(row => row.Growth) == 0);
    });

    [Fact]
    public void Close_Practice_GivesNothing() =>
        Assert.Empty(Close(Daily with { Kind = RoundKind.Practice }, [Answer.None(Daily.Id, new PersonId(1)) with { Choice = 0 }]));

    private static IReadOnlyList<GroupId> GroupsOf(PersonId person) => Groups[..(int)(person.Value % 3)];

    private static IReadOnlyList<LedgerEntry> Close(Round round, Answer[] answers) => RoundLedger.Close(round, answers, GroupsOf, _ => 0.25, round.ClosesAt);
}
