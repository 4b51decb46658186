using TutorBot.Adapters.Tests.Embeddings;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Reports;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;

namespace TutorBot.Adapters.Tests.Daily;

/// <summary>What owners and captains are told, and what is left of it when those whom it names delete their data.</summary>
public sealed class NoticesTests(ShippedModel model) : IClassFixture<ShippedModel>
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Post = Monday.AddHours(3.5);

    [Fact]
    public async Task Inbox_SomethingReported_TellsTheDecksOwnerAtMostOnceADay()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        await world.RunAtAsync(Post, schedule);
        var first = Assert.Single(await world.Rounds.OpenAsync(null, default));
        await ReportAsync(world, first, "ada");
        await world.Inbox.SendAsync(default);
        await world.RestartAsync(model);
        await world.Inbox.SendAsync(default);

        var told = Assert.Single(world.Platform.Told);
        Assert.Equal("owner", told.Who.Id);
        Assert.Contains("reported 1 question of the deck deep-learning", QuizWorld.Text(told.Blocks), StringComparison.Ordinal);

        // Something new on the same day waits, also where the first was handled; nothing new is not told again.
        await world.Reports.HandleAsync(first.Id, default);
        await ReportAsync(world, first, "bea");
        world.Time.Now += TimeSpan.FromHours(23);
        await world.Inbox.SendAsync(default);
        Assert.Single(world.Platform.Told);
        world.Time.Now += TimeSpan.FromHours(1.1);
        await world.Inbox.SendAsync(default);
        Assert.Equal(2, world.Platform.Told.Count);
        world.Time.Now += TimeSpan.FromDays(3);
        await world.Inbox.SendAsync(default);
        Assert.Equal(2, world.Platform.Told.Count);
    }

    [Fact]
    public async Task Inbox_OwnerOfTwoDecks_IsToldOfBothByOneMessageADay()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        await world.RunAtAsync(Post, schedule);
        var one = Assert.Single(await world.Rounds.OpenAsync(null, default));
        var other = one with { Id = new RoundId("other"), Schedule = new ScheduleId("other"), Question = one.Question with { Card = CardId.Numbered("biology", 1) } };
        Assert.True(await world.Rounds.TryOpenAsync(other, [], default));
        var owners = new DeckOwners(
            new Dictionary<string, IReadOnlyList<UserRef>> { ["deep-learning"] = [QuizWorld.Ref("both")], ["biology"] = [QuizWorld.Ref("both"), QuizWorld.Ref("one")] },
            new Operators([], [world.Platform]));
        var inbox = new InboxNotices(world.Reports, owners, world.Teller, world.Time);
        await ReportAsync(world, one, "ada");
        await ReportAsync(world, other, "ada");

        await inbox.SendAsync(default);

        Assert.Equal(["both", "one"], world.Platform.Told.Select(told => told.Who.Id).Order());
        Assert.Contains("reported 2 questions of the decks biology, deep-learning", QuizWorld.Text(world.Platform.Told.Single(told => told.Who.Id == "both").Blocks), StringComparison.Ordinal);

        // Whoever was told of one deck today waits with the other.
        await world.Reports.HandleAsync(one.Id, default);
        await ReportAsync(world, other, "bea");
        world.Time.Now += TimeSpan.FromHours(12);
        await inbox.SendAsync(default);
        Assert.Equal(2, world.Platform.Told.Count);
        world.Time.Now += TimeSpan.FromHours(13);
        await inbox.SendAsync(default);
        Assert.Equal(4, world.Platform.Told.Count);
    }

    [Fact]
    public async Task Erase_NamedOnAReveal_EditsTheNameAway()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        Assert.Contains("among others: Ada", await TellingTests.DayAsync(world, schedule, 0, right: ["ada", "bea", "cai"], asPublic: ["ada"]), StringComparison.Ordinal);

        await world.Personal.EraseAsync(await world.IdOfAsync("ada"), default);
        await world.Quiz.UpdateAsync(default);

        Assert.DoesNotContain("Ada", QuizWorld.Text(world.Platform.Messages.Values.Single().Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_WhereNoMessageGetsThrough_WaitsAndGoesWithTheDataOfWhomItNames()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, _) = await world.StudyAsync("readers", "UTC");
        world.Platform.IsShut = true;
        var room = new WaitingRoom(world.Groups, world.Teller, world.Time);
        foreach (var name in (string[])["ada", "bea"])
        {
            var asker = await world.People.FindOrAddAsync(QuizWorld.Ref(name), name, default);
            await room.AskAsync(group, asker, default);
        }

        await world.Personal.EraseAsync(await world.IdOfAsync("ada"), default);

        var told = Assert.Single(await world.Notices.TakeAsync(QuizWorld.Ref("captain"), default));
        Assert.Contains("bea asks to join readers", told, StringComparison.Ordinal);
    }

    private static Task<bool> ReportAsync(QuizWorld world, Round round, string person) => world.Reports.TryAddAsync(
        new Report($"{round.Id}/{person}", round.Id, round.Number, round.Question.Card, round.Question.Prompt, new PersonId(1), world.Time.Now), default);
}
