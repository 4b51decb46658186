using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>Random histories on SQLite against <see cref="ReferenceQuiz"/>: every board and every streak after each step.</summary>
public sealed class HistoryProperties(SqliteFixture database) : IClassFixture<SqliteFixture>
{
    private const int People = 3;

    /// <summary>In Tokyo and on Lord Howe a Sunday's round closes on Monday; New York's clocks change on the first Sunday.</summary>
    private static readonly string[] Zones = ["Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];

    private static readonly Gen<HistoryStep> Steps =
        from act in Gen.Frequency(
            (3, Gen.Constant(HistoryAct.Join)), (1, Gen.Constant(HistoryAct.Leave)), (2, Gen.Constant(HistoryAct.Open)), (1, Gen.Constant(HistoryAct.OpenForBoth)),
            (8, Gen.Constant(HistoryAct.Click)), (3, Gen.Constant(HistoryAct.Stake)), (3, Gen.Constant(HistoryAct.Close)), (2, Gen.Constant(HistoryAct.Regrade)),
            (1, Gen.Constant(HistoryAct.Void)), (1, Gen.Constant(HistoryAct.Delete)), (1, Gen.Constant(HistoryAct.ChangeZone)))
        from person in Gen.Choose(0, People - 1)
        from which in Gen.Choose(0, 1)
        from round in Gen.Choose(0, 1000)
        from option in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, 3)))
        from stake in Gen.Choose(0, 2)
        select new HistoryStep(act, person, which, round, option, stake);

    private static readonly Gen<HistoryStep[]> Histories = Steps.ArrayOf(60).Select(steps => (HistoryStep[])
        [new(HistoryAct.Join, 0, 0, 0, 0, 0), new(HistoryAct.Join, 1, 0, 0, 0, 0), new(HistoryAct.Join, 1, 1, 0, 0, 0), new(HistoryAct.OpenForBoth, 0, 0, 0, 0, 0), .. steps]);

    [Property(MaxTest = 40)]
    public Property Boards_RandomHistory_EqualTheReference() => Prop.ForAll(
        Histories.ToArbitrary(), steps => RunAsync(steps).GetAwaiter().GetResult());

    private async Task<bool> RunAsync(HistoryStep[] steps)
    {
        var reference = new ReferenceQuiz();
        var groups = new List<GroupId>();
        var people = new List<PersonId>();
        var captains = await database.PersonAsync();
        for (var i = 0; i < 2; i++)
        {
            var group = SampleRounds.Group();
            Assert.True(await database.Groups.TryCreateAsync(group, captains, SampleRounds.Opens, default));
            groups.Add(group.Id);
        }

        for (var i = 0; i < People; i++)
        {
            people.Add(await database.PersonAsync());
        }

        var schedule = new ScheduleId(SampleRounds.NextId("s"));
        var rounds = new List<Round>();
        for (var i = 0; i < steps.Length; i++)
        {
            await StepAsync(steps[i], i, reference, groups, people, schedule, rounds);
            for (var group = 0; group < groups.Count; group++)
            {
                await CompareAsync(reference, groups, group, people, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
                // The week before the last round closes: one of them lies at a Monday's midnight in some zone, one at a change of the clocks.
                var week = reference.WeekAt(group, SampleRounds.Closes.AddDays(rounds.Count - 1));
                var calendar = new GroupCalendar(await database.Groups.ZonesAsync(groups[group], default)).WeekAt(SampleRounds.Closes.AddDays(rounds.Count - 1));
                Assert.Equal(week, (calendar.From, calendar.To));
                await CompareAsync(reference, groups, group, people, week.From, week.To);
                var person = steps[i].Person;
                Assert.Equal(
                    reference.Occasions(group, person),
                    (await database.Rounds.OccasionsAsync(groups[group], people[person], DateTimeOffset.UnixEpoch, default)).Select(occasion => occasion.IsAnswered));
            }
        }

        return true;
    }

    private async Task CompareAsync(ReferenceQuiz reference, List<GroupId> groups, int group, List<PersonId> people, DateTimeOffset from, DateTimeOffset to)
    {
        var totals = (await database.Ledger.TotalsAsync(groups[group], from, to, default)).Where(total => total.Answered != 0)
            .ToDictionary(total => people.IndexOf(total.Person), total => (total.Points, total.Answered, total.Right));
        Assert.Equal(reference.Totals(group, from, to).OrderBy(total => total.Key), totals.OrderBy(total => total.Key));
    }

    private async Task StepAsync(
        HistoryStep step, int at, ReferenceQuiz reference, List<GroupId> groups, List<PersonId> people, ScheduleId schedule, List<Round> rounds)
    {
        var now = SampleRounds.Opens.AddDays(rounds.Count);
        // Mostly one of the last two, so that much happens to it.
        var which = rounds.Count == 0 ? 0 : step.Round % 4 == 0 ? step.Round / 4 % rounds.Count : Math.Max(0, rounds.Count - 1 - (step.Round / 4 % 2));
        var stake = (Stake)step.Stake;
        var key = step.Round % 5 == 0 ? new[] { step.Option, (step.Option + 1) % 4 } : [step.Option];
        switch (step.Act)
        {
            case HistoryAct.Join or HistoryAct.Leave:
                // A person who never joined does not leave.
                if (step.Act == HistoryAct.Join || (await database.Groups.OfPersonAsync(people[step.Person], default)).Any(member => member.Group == groups[step.Group]))
                {
                    await database.Groups.SetMemberAsync(
                        groups[step.Group], people[step.Person], step.Act == HistoryAct.Join ? MemberState.Active : MemberState.Left, now, default);
                }

                if (step.Act == HistoryAct.Join)
                {
                    reference.Join(step.Group, step.Person);
                }
                else
                {
                    reference.Leave(step.Group, step.Person);
                }

                break;
            case HistoryAct.Open or HistoryAct.OpenForBoth:
                var kind = (RoundKind)(step.Round % 5 is 1 ? 1 : step.Round % 5 is 2 ? 2 : 0);
                int[] served = step.Act == HistoryAct.OpenForBoth ? [0, 1] : [step.Group];
                rounds.Add(await database.OpenAsync([.. served.Select(group => groups[group])], schedule, rounds.Count, kind, $"card-{step.Round % 3}"));
                reference.Open(kind, served, rounds[^1].ClosesAt);
                break;
            case HistoryAct.Click or HistoryAct.Stake:
                var click = new Click(
                    rounds[which].OpensAt.AddSeconds(at), $"{at}", step.Act == HistoryAct.Click ? step.Option : null, step.Act == HistoryAct.Stake || step.Round % 3 == 0 ? stake : null);
                await database.Rounds.ClickAsync(rounds[which].Id, people[step.Person], click, default);
                await database.Rounds.ClickAsync(rounds[which].Id, people[step.Person], click, default);
                ReferenceQuiz.Click(reference.Rounds[which], step.Person, click.Choice, click.Stake);
                break;
            case HistoryAct.Close:
                await database.CloseAsync(rounds[which]);
                reference.Close(reference.Rounds[which]);
                break;
            case HistoryAct.Regrade:
                await database.Rounds.RegradeAsync(rounds[which].Id, key, rounds[which].ClosesAt.AddHours(1), default);
                ReferenceQuiz.Regrade(reference.Rounds[which], key);
                break;
            case HistoryAct.Delete:
                await new PersonalDataStore(database.Database, new IgnoreKey(new byte[32])).EraseAsync(people[step.Person], default);
                people[step.Person] = await database.PersonAsync();
                reference.Delete(step.Person);
                break;
            case HistoryAct.ChangeZone:
                var zone = Zones[step.Round % Zones.Length];
                var next = GroupCalendar.MondayOf(DateOnly.FromDateTime(now.UtcDateTime)).AddDays(7);
                await database.Groups.SetZoneAsync(groups[step.Group], new GroupZone(next, zone), default);
                reference.ChangeZone(step.Group, next, zone);
                break;
            default:
                await database.Rounds.VoidAsync(rounds[which].Id, rounds[which].ClosesAt.AddHours(2), default);
                reference.Rounds[which].State = RoundState.Void;
                break;
        }
    }
}
