using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>What opening, posting, answering and looking at rounds is on every database.</summary>
public abstract class RoundsContract(DatabaseFixture database)
{
    [ContractFact]
    public async Task TryOpenAsync_SameOccasionAtOnce_OpensOne()
    {
        var (group, _) = await database.GroupAsync();
        var round = SampleRounds.Round([group.Id]);

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var mine = round with { Id = new RoundId(SampleRounds.NextId("r")) };
            return database.Rounds.TryOpenAsync(mine, [SampleRounds.Post(mine)], default);
        })));

        Assert.Single(opened, true);
        var open = Assert.Single(await database.Rounds.OpenAsync(round.Schedule, default));
        Assert.Single(await database.Rounds.PostsAsync(open.Id, default));
    }

    [ContractFact]
    public async Task TryOpenAsync_OtherKindOrDay_Opens()
    {
        var (group, _) = await database.GroupAsync();
        var first = await database.OpenAsync([group.Id]);

        Assert.True(await database.Rounds.TryOpenAsync(SampleRounds.Round([group.Id], first.Schedule, kind: RoundKind.Throwback), [], default));
        Assert.True(await database.Rounds.TryOpenAsync(SampleRounds.Round([group.Id], first.Schedule, 1), [], default));
        Assert.True(await database.Rounds.TryOpenAsync(SampleRounds.Round([group.Id], first.Schedule, kind: RoundKind.Practice), [], default));
        Assert.True(await database.Rounds.TryOpenAsync(SampleRounds.Round([group.Id], first.Schedule, kind: RoundKind.Practice), [], default));
        Assert.False(await database.Rounds.TryOpenAsync(SampleRounds.Round([group.Id], first.Schedule), [], default));
        Assert.Equal(5, (await database.Rounds.OpenOfGroupsAsync([group.Id], default)).Count);
    }

    [ContractFact]
    public async Task TryOpenAsync_SkippedDate_IsFalseButForPractice()
    {
        var (group, _) = await database.GroupAsync();
        var round = SampleRounds.Round([group.Id]);
        await database.Schedules.SkipAsync(round.Schedule, round.Date, default);

        Assert.False(await database.Rounds.TryOpenAsync(round, [], default));
        Assert.Null(await database.Rounds.FindAsync(round.Id, default));
        Assert.True(await database.Rounds.TryOpenAsync(round with { Kind = RoundKind.Practice }, [], default));
    }

    [ContractFact]
    public async Task FindAsync_Round_IsAsItWasOpened()
    {
        var ((one, _), (two, _)) = (await database.GroupAsync(), await database.GroupAsync());
        var round = await database.OpenAsync([one.Id, two.Id]);

        var found = await database.Rounds.FindAsync(round.Id, default);

        Assert.NotNull(found);
        Assert.Equal(round.Groups.Order(Comparer<GroupId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))), found.Groups);
        Assert.Equal(round.RightOptions, found.RightOptions);
        Assert.Equal(round.Question.Options, found.Question.Options);
        Assert.Equal(round.Question.Reveal, found.Question.Reveal);
        Assert.Equal(round.Commitment, found.Commitment);
        Assert.Equal(
            round with { Groups = [], RightOptions = [] },
            found with { Groups = [], RightOptions = [], Question = round.Question });
        Assert.Null(await database.Rounds.FindAsync(new RoundId("lost"), default));
    }

    [ContractFact]
    public async Task LastAsync_SeveralRounds_AreNewestFirst()
    {
        var (group, _) = await database.GroupAsync();
        var first = await database.OpenAsync([group.Id]);
        var second = await database.OpenAsync([group.Id], first.Schedule, 1);
        var third = await database.OpenAsync([group.Id], first.Schedule, 2);
        await database.Rounds.VoidAsync(third.Id, third.ClosesAt, default);

        Assert.Equal([third.Id, second.Id], (await database.Rounds.LastAsync(first.Schedule, 2, default)).Select(round => round.Id));
        Assert.Equal([second.Id, first.Id], (await database.Rounds.LastOfGroupAsync(group.Id, 5, default)).Select(round => round.Id));
    }

    [ContractFact]
    public async Task UnfinishedAsync_EachState_ListsWhatIsToDo()
    {
        var (group, captain) = await database.GroupAsync();
        var round = SampleRounds.Round([group.Id]);
        var (early, late) = (SampleRounds.Post(round), SampleRounds.Post(round) with { DueAt = round.OpensAt.AddHours(2) });
        Assert.True(await database.Rounds.TryOpenAsync(round, [early, late], default));

        Assert.Empty(await ToDoAsync(round, round.OpensAt.AddSeconds(-1)));
        Assert.Equal([early], await ToDoAsync(round, round.OpensAt));
        await database.Rounds.SavePostAsync(early with { State = PostState.Shown, MessageId = "1", ShownAt = round.OpensAt }, default);
        Assert.Equal([late], await ToDoAsync(round, round.OpensAt.AddHours(2)));
        await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(20, 1), default);
        Assert.Empty(await ToDoAsync(round, round.OpensAt, round.OpensAt.AddSeconds(-1)));
        Assert.Equal("1", Assert.Single(await ToDoAsync(round, round.OpensAt.AddSeconds(20))).MessageId);
        await database.CloseAsync(round);
        Assert.Equal(PostState.Behind, (await ToDoAsync(round, round.OpensAt, round.OpensAt.AddDays(-1)))[0].State);
    }

    [ContractFact]
    public async Task SavePostAsync_RoundClosedMeanwhile_StaysBehind()
    {
        var (group, _) = await database.GroupAsync();
        var round = SampleRounds.Round([group.Id]);
        Assert.True(await database.Rounds.TryOpenAsync(round, [SampleRounds.Post(round)], default));
        var read = Assert.Single(await database.Rounds.PostsAsync(round.Id, default));
        await database.CloseAsync(round);

        await database.Rounds.SavePostAsync(read with { State = PostState.Shown, MessageId = "1", ShownAt = round.OpensAt }, default);

        var behind = Assert.Single(await database.Rounds.PostsAsync(round.Id, default));
        Assert.Equal((PostState.Behind, "1"), (behind.State, behind.MessageId));
        await database.Rounds.RegradeAsync(round.Id, [1], round.ClosesAt.AddHours(1), default);
        await database.Rounds.SavePostAsync(behind with { State = PostState.Final }, default);
        behind = Assert.Single(await database.Rounds.PostsAsync(round.Id, default));
        Assert.Equal(PostState.Behind, behind.State);
        await database.Rounds.SavePostAsync(behind with { State = PostState.Final }, default);
        Assert.Equal(PostState.Final, Assert.Single(await database.Rounds.PostsAsync(round.Id, default)).State);
    }

    [ContractFact]
    public async Task ClickAsync_FirstAnotherAndTheSame_KeepsChoiceAndTime()
    {
        var (group, captain) = await database.GroupAsync();
        var round = await database.OpenAsync([group.Id]);

        var first = await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(1, 2, Stake.Sure), default);
        var same = await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(2, 2), default);
        var other = await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(3, 0), default);

        Assert.Equal(ClickOutcome.Stored, first.Outcome);
        Assert.Equal((ClickOutcome.Unchanged, first.Answer), (same.Outcome, same.Answer));
        Assert.Equal((ClickOutcome.Stored, 0, Stake.ThinkSo), (other.Outcome, other.Answer?.Choice, other.Answer?.Stake));
        Assert.Equal(other.Answer, await database.Rounds.AnswerAsync(round.Id, captain, default));
        Assert.Equal(other.Answer, Assert.Single(await database.Rounds.AnswersAsync(round.Id, default)));
        Assert.Equal(1, await database.Rounds.CountAsync(round.Id, default));
    }

    [ContractFact]
    public async Task ClickAsync_OlderOneAfterTheSameChoiceAgain_ChangesNothing()
    {
        var (group, captain) = await database.GroupAsync();
        var round = await database.OpenAsync([group.Id]);
        await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(1, 0), default);
        await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(3, 0), default);

        await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(2, 1), default);

        Assert.Equal(0, (await database.Rounds.AnswerAsync(round.Id, captain, default))?.Choice);
    }

    [ContractFact]
    public async Task ClickAsync_ThousandTimes_KeepsARowOfBoundedSize()
    {
        var (group, captain) = await database.GroupAsync();
        var round = await database.OpenAsync([group.Id]);
        await database.Rounds.ClickAsync(round.Id, captain, new Click(SampleRounds.Opens, "look", IsLookUp: true), default);
        for (var i = 1; i <= 300; i++)
        {
            await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(i, i % 4, id: $"many{i}"), default);
        }

        var again = await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(299, 3, id: "many299"), default);

        Assert.Equal((ClickOutcome.Unchanged, 0, true), (again.Outcome, again.Answer?.Choice, again.Answer?.IsHinted));
        await using var context = database.Database.Connect();
        Assert.InRange(context.Answers.Single(row => row.RoundId == round.Id.Value).Clicks.Length, 100, 20_000);
    }

    [ContractFact]
    public async Task ClickAsync_AtTheEdgesOfTheClose_CountsUpToTheGrace()
    {
        var (group, captain) = await database.GroupAsync();
        var round = await database.OpenAsync([group.Id]);
        var grace = round.ClosesAt + Round.Grace;

        Assert.Equal(ClickOutcome.Stored, (await database.Rounds.ClickAsync(round.Id, captain, new Click(grace, "at", 1), default)).Outcome);
        Assert.Equal(ClickOutcome.Late, (await database.Rounds.ClickAsync(round.Id, captain, new Click(grace.AddMilliseconds(1), "after", 2), default)).Outcome);
        Assert.Equal(ClickOutcome.Unknown, (await database.Rounds.ClickAsync(new RoundId("lost"), captain, new Click(grace, "x", 1), default)).Outcome);
        await database.CloseAsync(round);
        Assert.Equal(ClickOutcome.Late, (await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(1, 2), default)).Outcome);
        await database.Rounds.VoidAsync(round.Id, grace, default);
        Assert.Equal(ClickOutcome.Void, (await database.Rounds.ClickAsync(round.Id, captain, SampleRounds.Click(1, 2), default)).Outcome);
        Assert.Equal(1, (await database.Rounds.AnswerAsync(round.Id, captain, default))?.Choice);
    }

    [ContractFact]
    public async Task RegularsAsync_AnsweredOrJoinedSince_AreActiveOnesOfBeforeThePost()
    {
        var (group, captain) = await database.GroupAsync();
        var people = await database.JoinAsync(group.Id, 2);
        var first = await database.OpenAsync([group.Id]);
        await database.Rounds.ClickAsync(first.Id, people[0], SampleRounds.Click(1, 1), default);
        var second = await database.OpenAsync([group.Id], first.Schedule, 1);
        var late = await database.PersonAsync();
        await database.Groups.SetMemberAsync(group.Id, late, MemberState.Active, second.OpensAt, default);

        Assert.Equal([captain, .. people], Sorted(await database.Rounds.RegularsAsync([group.Id], 10, first.OpensAt, default)));
        Assert.Equal([captain, .. people], Sorted(await database.Rounds.RegularsAsync([group.Id], 10, second.OpensAt, default)));
        Assert.Equal([people[0]], await database.Rounds.RegularsAsync([group.Id], 1, second.OpensAt, default));
        await database.Groups.SetMemberAsync(group.Id, people[0], MemberState.Left, second.OpensAt, default);
        Assert.Empty(await database.Rounds.RegularsAsync([group.Id], 1, second.OpensAt, default));
    }

    private static IEnumerable<PersonId> Sorted(IEnumerable<PersonId> people) => people.OrderBy(person => person.Value);

    private async Task<List<Post>> ToDoAsync(Round round, DateTimeOffset now, DateTimeOffset? countsBefore = null) =>
        [.. (await database.Rounds.UnfinishedAsync(now, countsBefore ?? now, default)).Where(post => post.Round == round.Id)];
}
