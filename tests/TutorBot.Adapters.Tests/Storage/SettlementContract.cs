using TutorBot.Core.Cards;
using TutorBot.Core.Groups;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>What a close, a regrade and a void leave behind on every database.</summary>
public abstract class SettlementContract(DatabaseFixture database)
{
    [ContractFact]
    public async Task CloseAsync_Answers_ArePaidOncePerGroup()
    {
        var (one, two) = ((await database.GroupAsync()).Group, (await database.GroupAsync()).Group);
        var people = await database.JoinAsync(one.Id, 3);
        await database.Groups.SetMemberAsync(two.Id, people[0], MemberState.Active, SampleRounds.Opens, default);
        var round = await database.OpenAsync([one.Id, two.Id]);
        await ClickAsync(round, people[0], 0, Stake.Sure);
        await ClickAsync(round, people[1], 2, Stake.Guess);

        var closed = await database.CloseAsync(round);

        Assert.Equal(RoundState.Closed, closed?.State);
        Assert.Null(await database.CloseAsync(round));
        var totals = await database.TotalsAsync(one.Id);
        Assert.Equal(new(people[0], 22, 1, 1, 0.5), totals[people[0]]);
        Assert.Equal(new(people[1], 10, 1, 0, -0.5), totals[people[1]]);
        Assert.Equal(2, totals.Count);
        Assert.Equal([people[0]], (await database.TotalsAsync(two.Id)).Keys);
        Assert.Equal(1, await database.Ledger.RoundsAsync(one.Id, round.ClosesAt, round.ClosesAt.AddMilliseconds(1), default));
        Assert.Equal(0, await database.Ledger.RoundsAsync(one.Id, round.OpensAt, round.ClosesAt, default));
        Assert.Equal(round.ClosesAt, await database.Rounds.FirstCloseAsync(one.Id, default));
        Assert.Null(await database.Rounds.FirstCloseAsync(new GroupId("none"), default));
        Assert.Empty(await database.Rounds.OpenOfGroupsAsync([one.Id, two.Id], default));
    }

    [ContractFact]
    public async Task TotalsAsync_Period_IncludesItsStartOnly()
    {
        var (group, captain) = await database.GroupAsync();
        var round = await database.OpenAsync([group.Id]);
        await ClickAsync(round, captain, 0);
        await database.CloseAsync(round);

        Assert.Single(await database.Ledger.TotalsAsync(group.Id, round.ClosesAt, round.ClosesAt.AddMilliseconds(1), default));
        Assert.Empty(await database.Ledger.TotalsAsync(group.Id, round.OpensAt, round.ClosesAt, default));
    }

    [ContractFact]
    public async Task CloseAsync_WaitingLeftOrExcluded_AreNotPaid()
    {
        var (group, _) = await database.GroupAsync();
        var people = await database.JoinAsync(group.Id, 3);
        var round = await database.OpenAsync([group.Id]);
        foreach (var (person, state) in people.Zip([MemberState.Waiting, MemberState.Left, MemberState.Excluded]))
        {
            await ClickAsync(round, person, 0);
            await database.Groups.SetMemberAsync(group.Id, person, state, round.OpensAt, default);
        }

        await database.CloseAsync(round);

        Assert.Empty(await database.TotalsAsync(group.Id));
        Assert.Equal(3, (await database.Memories.OfAsync([.. people], default)).Count);
    }

    [ContractFact]
    public async Task CloseAsync_SettleThrows_LeavesItOpen()
    {
        var (group, captain) = await database.GroupAsync();
        var round = await database.OpenAsync([group.Id]);
        await ClickAsync(round, captain, 0);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Rounds.CloseAsync(
            round.Id, round.ClosesAt, _ => throw new InvalidOperationException("A bug."), default));

        Assert.Equal(RoundState.Open, (await database.Rounds.FindAsync(round.Id, default))?.State);
        Assert.NotNull(await database.CloseAsync(round));
    }

    [ContractFact]
    public async Task RegradeAsync_ClosedRound_PaysTheBetterAndCorrectsReviews()
    {
        var (group, _) = await database.GroupAsync();
        var people = await database.JoinAsync(group.Id, 2);
        var outsider = await database.PersonAsync();
        var round = await database.OpenAsync([group.Id], card: SampleRounds.NextId("card-"));
        await ClickAsync(round, people[0], 0, Stake.Sure);
        await ClickAsync(round, people[1], 1);
        await ClickAsync(round, outsider, 1);
        await database.CloseAsync(round);

        var graded = await database.Rounds.RegradeAsync(round.Id, [1], round.ClosesAt.AddHours(1), default);
        await database.Rounds.RegradeAsync(round.Id, [1], round.ClosesAt.AddHours(2), default);

        Assert.Equal([1], graded?.RightOptions);
        var totals = await database.TotalsAsync(group.Id);
        Assert.Equal(new(people[0], 22, 1, 1, 0.5), totals[people[0]]);
        Assert.Equal(new(people[1], 20, 1, 1, 0.5), totals[people[1]]);
        Assert.Equal([LedgerReason.Regrade, LedgerReason.Answer], (await database.Ledger.RowsAsync(people[1], group.Id, 9, default)).Select(row => row.Reason));
        var expected = Fsrs6.Next(null, 0, Rating.Good);
        Assert.All(await database.Memories.OfAsync([people[1], outsider], default), memory => Assert.Equal((expected, 0), (memory.State, memory.Lapses)));
    }

    [ContractFact]
    public async Task RegradeAsync_OpenRound_CountsAtTheClose()
    {
        var (group, captain) = await database.GroupAsync();
        var round = await database.OpenAsync([group.Id]);
        await ClickAsync(round, captain, 3);
        await database.Rounds.RegradeAsync(round.Id, [2, 3], round.OpensAt, default);

        await database.CloseAsync(round);

        Assert.Equal(20, (await database.TotalsAsync(group.Id))[captain].Points);
    }

    [ContractFact]
    public async Task VoidAsync_ClosedRound_TakesEverythingBackOnce()
    {
        var (group, captain) = await database.GroupAsync();
        var first = await database.OpenAsync([group.Id], card: SampleRounds.NextId("card-"));
        await ClickAsync(first, captain, 1, Stake.Sure);
        await database.CloseAsync(first);
        await database.Rounds.RegradeAsync(first.Id, [1], first.ClosesAt, default);

        var taken = await database.Rounds.VoidAsync(first.Id, first.ClosesAt.AddHours(1), default);
        await database.Rounds.VoidAsync(first.Id, first.ClosesAt.AddHours(2), default);

        Assert.Equal(RoundState.Void, taken?.State);
        Assert.Null(await database.Rounds.RegradeAsync(first.Id, [0], first.ClosesAt, default));
        Assert.Equal(new(captain, 0, 0, 0, 0), (await database.TotalsAsync(group.Id))[captain]);
        Assert.Equal(3, (await database.Ledger.RowsAsync(captain, null, 9, default)).Count);
        Assert.Empty(await database.Memories.OfAsync([captain], default));
        Assert.Equal(0, await database.Ledger.RoundsAsync(group.Id, first.OpensAt, first.ClosesAt.AddDays(1), default));
        Assert.Empty(await database.Rounds.OccasionsAsync(group.Id, captain, DateTimeOffset.UnixEpoch, default));
        Assert.Null(await database.Rounds.VoidAsync(new RoundId("lost"), first.ClosesAt, default));
    }

    [ContractFact]
    public async Task OccasionsAsync_DailyRoundsOnly_OldestFirst()
    {
        var (group, captain) = await database.GroupAsync();
        var first = await database.OpenAsync([group.Id]);
        var second = await database.OpenAsync([group.Id], first.Schedule, 1);
        var extra = await database.OpenAsync([group.Id], first.Schedule, 1, RoundKind.Throwback);
        await database.OpenAsync([group.Id], first.Schedule, 2);
        await ClickAsync(first, captain, 1);
        await database.CloseAsync(extra);
        await database.CloseAsync(second);
        await database.CloseAsync(first);

        Assert.Equal(
            [new Occasion(first.ClosesAt, true, false) { Round = first.Id }, new Occasion(second.ClosesAt, false, false) { Round = second.Id }],
            await database.Rounds.OccasionsAsync(group.Id, captain, first.OpensAt.AddHours(1), default));
        Assert.Single(await database.Rounds.OccasionsAsync(group.Id, captain, first.ClosesAt.AddMilliseconds(1), default));
    }

    [ContractFact]
    public async Task OccasionsAsync_OfAllMembers_AreThoseOfEach()
    {
        var (group, captain) = await database.GroupAsync();
        var (away, late, other) = (await database.PersonAsync(), await database.PersonAsync(), await database.PersonAsync());
        var first = await database.OpenAsync([group.Id]);
        var second = await database.OpenAsync([group.Id], first.Schedule, 1);
        var open = await database.OpenAsync([group.Id], first.Schedule, 2);
        await database.Groups.SetMemberAsync(group.Id, away, MemberState.Active, first.OpensAt, default);
        await database.Groups.SetMemberAsync(group.Id, late, MemberState.Active, first.ClosesAt.AddHours(1), default);
        await new AwayStore(database.Database).AddAsync(away, new Away(second.Date, second.Date), default);
        await ClickAsync(first, captain, 1);
        await ClickAsync(second, late, 1);
        await ClickAsync(second, other, 1);
        await ClickAsync(open, captain, 1);
        await database.CloseAsync(second);
        await database.CloseAsync(first);
        var members = await database.Groups.MembersAsync(group.Id, default);

        var all = await database.Rounds.OccasionsAsync(group.Id, members, default);

        Assert.Equal(3, all.Count);
        Assert.Equal([(false, false), (false, true)], all[away].Select(occasion => (occasion.IsAnswered, occasion.IsExcused)));
        Assert.Equal([(true, false)], all[late].Select(occasion => (occasion.IsAnswered, occasion.IsExcused)));
        foreach (var member in members)
        {
            Assert.Equal(await database.Rounds.OccasionsAsync(group.Id, member.Person, member.JoinedAt, default), all[member.Person]);
        }
    }

    [ContractFact]
    public async Task TryAddAsync_TwentyReviewsAtOnce_AllCount()
    {
        var person = await database.PersonAsync();
        var card = CardId.Numbered("deep-learning", 166);
        var reviews = Enumerable.Range(0, 20).Select(day => new Review(
            SampleRounds.NextId("review"), person, card, SampleRounds.Opens.AddDays(day), day % 3 == 0 ? Rating.Again : Rating.Good, ReviewSource.Practice)).ToList();

        // Four at a time: a lost race is run again at most four times.
        await Parallel.ForEachAsync(reviews, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (review, token) =>
            Assert.True(await database.Memories.TryAddAsync(review, token)));

        Assert.False(await database.Memories.TryAddAsync(reviews[3], default));
        Assert.Equal(CardMemory.Of(person, card, new MemoryHistory(reviews)), Assert.Single(await database.Memories.OfAsync([person], default)));
    }

    [ContractFact]
    public async Task TryAddAsync_WithdrawnReview_ForgetsTheCard()
    {
        var person = await database.PersonAsync();
        var review = new Review(SampleRounds.NextId("review"), person, CardId.Numbered("d", 1), SampleRounds.Opens, Rating.Good, ReviewSource.Practice);
        Assert.True(await database.Memories.TryAddAsync(review, default));

        Assert.True(await database.Memories.TryAddAsync(review.Withdrawn(SampleRounds.NextId("review"), SampleRounds.Closes), default));

        Assert.Empty(await database.Memories.OfAsync([person], default));
    }

    private Task<ClickResult> ClickAsync(Round round, PersonId person, int choice, Stake? stake = null) =>
        database.Rounds.ClickAsync(round.Id, person, new Click(round.OpensAt.AddSeconds(1), SampleRounds.NextId("e"), choice, stake), default);
}
