using TutorBot.Adapters.Tests.Embeddings;
using TutorBot.Core.Chat;
using TutorBot.Core.Explanations;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Schedules;

namespace TutorBot.Adapters.Tests.Daily;

/// <summary>What people are told without asking: names, reminders, recaps, trouble; and what the quiz explains.</summary>
public sealed class TellingTests(ShippedModel model) : IClassFixture<ShippedModel>
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Post = Monday.AddHours(3.5);
    private static readonly DateTimeOffset Close = Monday.AddHours(10.5);

    [Fact]
    public async Task Reveal_NamesAtMostThreeWhoAgreed_LongestUnnamedFirst()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        var first = await DayAsync(world, schedule, 0, right: ["ada", "bea", "cai", "dev", "eve"], asPublic: ["ada", "bea", "cai", "dev"]);
        Assert.Contains("Right, among others: Ada, Bea, Cai.", first, StringComparison.Ordinal);

        var second = await DayAsync(world, schedule, 1, right: ["ada", "bea", "cai", "dev", "eve"], asPublic: []);
        Assert.Contains("Right, among others: Ada, Bea, Dev.", second, StringComparison.Ordinal);

        var few = await DayAsync(world, schedule, 2, right: ["ada", "bea"], asPublic: []);
        Assert.DoesNotContain("Right, among others", few, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_IsSentOnceToWhoAskedAndHasNotAnswered()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        await DayAsync(world, schedule, 0, right: ["ada", "bea", "cai"], asPublic: []);
        await world.People.SetRemindedAsync(await world.IdOfAsync("ada"), true, default);
        await world.People.SetRemindedAsync(await world.IdOfAsync("bea"), true, default);
        await world.RunAtAsync(Post.AddDays(1), schedule);
        var round = Assert.Single(await world.Rounds.OpenAsync(null, default));
        await world.AnswerAsync("bea", round, 0);

        world.Time.Now = Close.AddDays(1).AddMinutes(-61);
        await world.Reminders.SendAsync(default);
        Assert.Empty(world.Platform.Told);
        world.Time.Now = Close.AddDays(1).AddMinutes(-59);
        await world.Reminders.SendAsync(default);
        await world.RestartAsync(model);
        await world.Reminders.SendAsync(default);

        var told = Assert.Single(world.Platform.Told);
        Assert.Equal("ada", told.Who.Id);
        Assert.Contains("you have not answered yet", QuizWorld.Text(told.Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recap_FollowsTheLastCloseOfTheWeekOnce_WithNamesByConsentAlone()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await world.Schedules.TrySaveAsync(schedule with { Days = WeekDays.Monday | WeekDays.Wednesday }, default);
        await DayAsync(world, schedule, 0, right: ["ada", "bea", "cai"], asPublic: ["ada"]);
        await world.Recap.PublishAsync(default);
        Assert.Single(world.Platform.Messages);

        await DayAsync(world, schedule, 2, right: ["ada"], asPublic: [], wrong: ["bea", "cai"]);
        await world.Recap.PublishAsync(default);
        await world.RestartAsync(model);
        await world.Recap.PublishAsync(default);

        Assert.Equal(3, world.Platform.Messages.Count);
        var blocks = world.Platform.Messages.Values.Last().Blocks;
        Assert.Contains("2 rounds, 6 answers, 67 % of them right", QuizWorld.Text(blocks), StringComparison.Ordinal);
        Assert.Contains("The hardest card: ", QuizWorld.Text(blocks), StringComparison.Ordinal);
        Assert.Equal(["Ada", "a member", "a member"], Assert.Single(blocks.OfType<Ranking>()).Rows.Select(row => row.Name.Source));

        await world.Groups.TryUpdateAsync(group with { HasRecap = false }, default);
        await DayAsync(world, schedule, 9, right: ["ada", "bea", "cai"], asPublic: []);
        await world.Recap.PublishAsync(default);
        Assert.Equal(4, world.Platform.Messages.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Message_DeletedBeforeTheResult_IsToldToCaptains_ByMessageOrNextReply(bool isShut)
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        world.Platform.IsShut = isShut;
        await world.RunAtAsync(Post, schedule);
        world.Platform.Messages.Clear();

        await world.RunAtAsync(Close.AddMinutes(1), schedule);

        var told = isShut
            ? await world.Notices.TakeAsync(QuizWorld.Ref("captain"), default)
            : [.. world.Platform.Told.Select(message => QuizWorld.Text(message.Blocks))];
        Assert.Contains("was deleted before its result was out", Assert.Single(told), StringComparison.Ordinal);
        Assert.Empty(await world.Notices.TakeAsync(QuizWorld.Ref("captain"), default));
    }

    [Fact]
    public async Task Message_DeletedAfterTheResult_LeavesTheResultAsItIs()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await DayAsync(world, schedule, 0, right: ["ada"], asPublic: []);
        world.Platform.Messages.Clear();
        var round = Assert.Single(await world.Rounds.LastAsync(schedule.Id, 1, default));
        var other = QuizWorld.Wrong(round);

        await world.Rounds.RegradeAsync(round.Id, [other], world.Time.Now, default);
        await world.RunAtAsync(Close.AddMinutes(2), schedule);

        Assert.Equal(RoundState.Closed, (await world.Rounds.FindAsync(round.Id, default))?.State);
        Assert.Equal(20, await world.PointsOfAsync("ada", group));
        Assert.Empty(world.Platform.Told);
    }

    [Fact]
    public async Task Channel_Gone_IsToldOnceTriedForSevenDaysAndGivenUp()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        world.Platform.Gone.Add("readers");
        for (var day = 0; day < 7; day++)
        {
            await world.RunAtAsync(Post.AddDays(day), schedule);
            Assert.Empty(await world.Rounds.OpenAsync(null, default));
        }

        Assert.Contains("is tried again with every round for 7 days", QuizWorld.Text(Assert.Single(world.Platform.Told).Blocks), StringComparison.Ordinal);
        Assert.NotNull(await world.Schedules.FindAsync(schedule.Id, default));

        await world.RunAtAsync(Post.AddDays(7), schedule);

        Assert.Null(await world.Schedules.FindAsync(schedule.Id, default));
        Assert.Contains(@"is no longer posted in \#readers", QuizWorld.Text(world.Platform.Told[^1].Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_BackWithinSevenDays_GetsItsRoundsAgain()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        world.Platform.Gone.Add("readers");
        await world.RunAtAsync(Post, schedule);
        world.Platform.Gone.Clear();
        await world.RunAtAsync(Post.AddDays(1), schedule);
        world.Platform.Gone.Add("readers");

        await world.RunAtAsync(Post.AddDays(9), schedule);

        Assert.Single(world.Platform.Messages);
        Assert.Equal(2, world.Platform.Told.Count);
        Assert.NotNull(await world.Schedules.FindAsync(schedule.Id, default));
    }

    [Fact]
    public async Task Throwback_AsksACardOfTheWeekBeforeInAnotherFormForHalfPoints()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await DayAsync(world, schedule, 0, right: ["ada"], asPublic: []);
        var earlier = Assert.Single(await world.Rounds.LastAsync(schedule.Id, 1, default));
        await world.RunAtAsync(Post.AddDays(7), schedule);
        var open = await world.Rounds.OpenAsync(null, default);
        var throwback = Assert.Single(open, round => round.Kind == RoundKind.Throwback);
        Assert.Equal(earlier.Question.Card, throwback.Question.Card);
        Assert.NotEqual(earlier.Question.Form, throwback.Question.Form);
        Assert.Equal(2, world.Platform.Messages.Count);

        var daily = Assert.Single(open, round => round.Kind == RoundKind.Daily);
        var reply = await world.AnswerAsync("ada", daily, QuizWorld.Wrong(daily));
        Assert.Contains(reply.Blocks.OfType<Choices>().SelectMany(choices => choices.Buttons), button => button.Command == new ShowRound(throwback.Id));
        await world.AnswerAsync("ada", throwback, throwback.RightOptions[0], Stake.Sure);
        await world.RunAtAsync(Close.AddDays(7).AddSeconds(6), schedule);

        Assert.Equal(20 + 6 + 11, await world.PointsOfAsync("ada", group));
        var streak = await world.Boards.StreakAsync(group.Id, (await world.Groups.MembersAsync(group.Id, default)).Single(member => member.Name == "Ada"), default);
        Assert.Equal(2, streak.Answered);
    }

    [Fact]
    public async Task Throwback_SwitchedOff_IsNotMade()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await world.Groups.TryUpdateAsync(group with { HasThrowback = false }, default);
        await DayAsync(world, schedule, 0, right: ["ada"], asPublic: []);

        await world.RunAtAsync(Post.AddDays(7), schedule);

        Assert.Single(await world.Rounds.OpenAsync(null, default));
    }

    [Fact]
    public async Task Regrade_AfterItsSeason_ChangesNothing()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await DayAsync(world, schedule, 0, right: [], asPublic: [], wrong: ["ada"]);
        var round = Assert.Single(await world.Rounds.LastAsync(schedule.Id, 1, default));
        var letters = Round.Letter(QuizWorld.Wrong(round)).ToString();
        world.Time.Now = new DateTimeOffset(2026, 12, 21, 0, 0, 0, TimeSpan.Zero);
        var command = new RegradeRound(group.Id, round.Number, letters);

        var late = await world.Corrections.RegradeAsync(QuizWorld.Request("captain", command), command, default);
        Assert.Contains(@"The season of \#1 is over", QuizWorld.Text(late.Blocks), StringComparison.Ordinal);
        Assert.Equal(6, await world.PointsOfAsync("ada", group));

        world.Time.Now = world.Time.Now.AddMinutes(-1);
        await world.Corrections.RegradeAsync(QuizWorld.Request("captain", command), command, default);
        Assert.Equal(20, await world.PointsOfAsync("ada", group));
    }

    [Fact]
    public async Task Expire_WhoLeft30DaysAgo_IsAFormerMemberThereAndOnlyThere()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await DayAsync(world, schedule, 0, right: ["ada", "bea"], asPublic: []);
        var ada = await world.IdOfAsync("ada");
        await world.Groups.SetMemberAsync(group.Id, ada, MemberState.Left, world.Time.Now, default);

        await world.Personal.ExpireAsync(world.Time.Now.AddDays(29), default);
        Assert.Equal(20, await world.PointsOfAsync("ada", group));
        await world.Personal.ExpireAsync(world.Time.Now.AddDays(31), default);

        Assert.Equal((0, 20), (await world.PointsOfAsync("ada", group), await world.PointsOfAsync("bea", group)));
        Assert.DoesNotContain(await world.Groups.MembersAsync(group.Id, default), member => member.Person == ada);
        Assert.NotNull(await world.People.FindAsync(ada, default));
    }

    [Theory]
    [InlineData("captain", 20, false)]
    [InlineData("manager", 20, false)]
    [InlineData("captain", 40, true)]
    public async Task Group_WhoseCaptainsWereNotHereForFourWeeks_IsRunByChannelManagers(string lastSeen, int days, bool mayRun)
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await DayAsync(world, schedule, 0, right: ["manager"], asPublic: []);
        await world.People.FindOrAddAsync(QuizWorld.Ref(lastSeen), char.ToUpperInvariant(lastSeen[0]) + lastSeen[1..], default);
        world.Time.Now = Monday.AddDays(days);
        var request = QuizWorld.Request("manager", new DeleteGroup(group.Id, false)) with { IsChannelManager = true };

        Assert.Equal(mayRun, GroupRights.MayRun(request, await world.IdOfAsync("manager"), await world.Groups.MembersAsync(group.Id, default), world.Time.Now));
    }

    [Fact]
    public async Task Why_Quiz_NamesStakePointsAndCorrections()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        await DayAsync(world, schedule, 0, right: [], asPublic: [], wrong: ["ada"]);
        var round = Assert.Single(await world.Rounds.LastAsync(schedule.Id, 1, default));
        await world.Rounds.RegradeAsync(round.Id, [QuizWorld.Wrong(round)], world.Time.Now, default);

        var why = await WhyAsync(world, "ada", ShownKind.Quiz);

        await world.RunAtAsync(Post.AddDays(1), schedule);
        await world.AnswerAsync("ada", Assert.Single(await world.Rounds.OpenAsync(null, default)), 0, Stake.Sure);
        var open = await WhyAsync(world, "ada", ShownKind.Quiz);
        Assert.Contains("as Sure: that pays 22 right and 0 wrong", open, StringComparison.Ordinal);
        Assert.Contains("The round is open", open, StringComparison.Ordinal);
        Assert.Contains("as Think so: that pays 20 right and 6 wrong", why, StringComparison.Ordinal);
        Assert.Contains("+6 points: not right at the close", why, StringComparison.Ordinal);
        Assert.Contains("+14 points: the key was corrected", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_Streak_CitesMissesFreezesAndOutages()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        for (var day = 0; day < 9; day++)
        {
            // On the eighth day nobody is there from noon on; on the ninth everything works and ada forgets.
            await DayAsync(world, schedule, day, right: day < 7 ? ["ada"] : ["bea"], asPublic: [], upMinutes: day == 7 ? 150 : 420);
        }

        var why = await WhyAsync(world, "ada", ShownKind.Streak);

        Assert.Contains("It is 7, the longest was 7; 0 freezes left.", why, StringComparison.Ordinal);
        Assert.Contains("Sun 29 Nov: answered, 7, and a freeze earned", why, StringComparison.Ordinal);
        Assert.Matches(@"Mon 30 Nov: does not count: from \[12:00\]\(time:\d+\) to \[16:30\]\(time:\d+\) no answer could be taken", why);
        Assert.Contains("Tue 1 Dec: missed; a freeze saved it, 7", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_Rank_NamesRoundsAndTheGap()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        await DayAsync(world, schedule, 0, right: ["ada", "bea"], asPublic: [], wrong: ["cai"]);
        await DayAsync(world, schedule, 1, right: ["ada"], asPublic: [], wrong: ["bea", "cai"]);

        var why = await WhyAsync(world, "bea", ShownKind.Rank);

        Assert.Contains("You are on place 2; 14 points to place 1.", why, StringComparison.Ordinal);
        Assert.Contains(@"Your 26 points of this week: \#1: 20, \#2: 6.", why, StringComparison.Ordinal);
    }

    private static async Task<string> WhyAsync(QuizWorld world, string person, ShownKind kind) =>
        QuizWorld.Text((await world.Why.ExplainAsync(QuizWorld.Request(person, new Explain(kind)), new Explain(kind), default)).Blocks);

    /// <summary>A day's round with these answers; what its message shows at last.</summary>
    internal static async Task<string> DayAsync(
        QuizWorld world, Schedule schedule, int day, string[] right, string[] asPublic, string[]? wrong = null, int upMinutes = 420)
    {
        await world.RunAtAsync(Post.AddDays(day), schedule);
        var round = Assert.Single(await world.Rounds.OpenAsync(null, default), round => round.Kind == RoundKind.Daily);
        foreach (var person in right)
        {
            await world.AnswerAsync(person, round, round.RightOptions[0]);
        }

        foreach (var person in wrong ?? [])
        {
            await world.AnswerAsync(person, round, QuizWorld.Wrong(round));
        }

        foreach (var person in asPublic)
        {
            await world.People.SetVisibilityAsync(await world.IdOfAsync(person), Visibility.Public, default);
        }

        for (var minute = 0; minute < upMinutes; minute++)
        {
            await world.Connections.NoteAsync("playground", Post.AddDays(day).AddMinutes(minute), default);
        }

        await world.RunAtAsync(Close.AddDays(day).AddSeconds(6), schedule);
        return world.Platform.Messages.Count == 0 ? "" : QuizWorld.Text(world.Platform.Messages.Values.Last().Blocks);
    }
}
