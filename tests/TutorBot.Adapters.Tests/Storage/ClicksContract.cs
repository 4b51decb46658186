using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>Many people at once, on every database.</summary>
public abstract class ClicksContract(DatabaseFixture database)
{
    private const int People = 50;

    [ContractFact]
    public async Task ClickAsync_TwoHundredAtOnceShuffledAndRedelivered_LastByEventTimeStands()
    {
        var (group, _) = await database.GroupAsync();
        var people = await database.JoinAsync(group.Id, People);
        var round = await database.OpenAsync([group.Id]);
        var random = new Random(7);
        // Per person four clicks, the last at the edge of the grace or after it; a fifth of all is delivered again.
        var clicks = people.SelectMany(person => Enumerable.Range(0, 4).Select(i => (Person: person, Click: new Click(
            i == 3 ? round.ClosesAt.AddMilliseconds(random.Next(1500, 2500)) : round.OpensAt.AddMilliseconds(random.Next(1000)),
            SampleRounds.NextId("e"), random.Next(4), random.Next(3) == 0 ? Stake.Sure : null)))).ToList();
        var deliveries = clicks.Concat(clicks.Where(_ => random.Next(5) == 0)).ToArray();
        random.Shuffle(deliveries);

        var results = await Task.WhenAll(deliveries.Select(delivery => Task.Run(() =>
            database.Rounds.ClickAsync(round.Id, delivery.Person, delivery.Click, default))));

        Assert.DoesNotContain(results, result => result.Outcome is ClickOutcome.Unknown or ClickOutcome.Void);
        var answers = (await database.Rounds.AnswersAsync(round.Id, default)).ToDictionary(answer => answer.Person);
        Assert.Equal(People, answers.Count);
        foreach (var own in clicks.GroupBy(click => click.Person, click => click.Click))
        {
            var inTime = own.Where(click => click.At <= round.ClosesAt + Round.Grace).OrderBy(click => click.At).ThenBy(click => click.Event, StringComparer.Ordinal).ToList();
            var expected = Answer.Of(round.Id, own.Key, inTime);
            Assert.Equal(inTime[^1].Choice, answers[own.Key].Choice);
            Assert.Equal((expected.Stake, expected.Event, expected.ChosenAt), (answers[own.Key].Stake, answers[own.Key].Event, answers[own.Key].ChosenAt));
        }

        await database.CloseAsync(round);
        Assert.Equal(People, (await database.TotalsAsync(group.Id)).Values.Sum(total => total.Answered));
    }

    [ContractFact]
    public async Task CloseAsync_RacingWithClicks_PaysWhatWasStoredAndNothingElse()
    {
        var (group, _) = await database.GroupAsync();
        var people = await database.JoinAsync(group.Id, People);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var round = await database.OpenAsync([group.Id], card: SampleRounds.NextId("card-"));
            var results = new ClickResult?[People];
            var clicks = people.Select((person, i) => Task.Run(async () => results[i] = await database.Rounds.ClickAsync(
                round.Id, person, SampleRounds.Click(i, i % 4), default))).ToList();
            await Task.WhenAny(clicks);
            var closes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => database.CloseAsync(round))));
            await Task.WhenAll(clicks);

            Assert.Single(closes, closed => closed is not null);
            var rows = new List<PersonId>();
            foreach (var person in people)
            {
                rows.AddRange((await database.Ledger.RowsAsync(person, group.Id, 9, default)).Where(row => row.Round == round.Id).Select(row => row.Person));
            }

            var stored = people.Where((_, i) => results[i]?.Outcome == ClickOutcome.Stored).ToList();
            Assert.Equal(stored, rows);
            Assert.Equal(People - stored.Count, results.Count(result => result?.Outcome == ClickOutcome.Late));
        }
    }
}
