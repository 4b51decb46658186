using TutorBot.Adapters.Tests.Embeddings;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Zones;

namespace TutorBot.Adapters.Tests.Daily;

/// <summary>The card of the day from its post to its result, on SQLite, with the real cards.</summary>
public sealed class DailyQuizTests(ShippedModel model) : IClassFixture<ShippedModel>
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Post = Monday.AddHours(3.5);
    private static readonly DateTimeOffset Close = Monday.AddHours(10.5);

    [Fact]
    public async Task Round_FromPostToReveal_PaysEachStakeOnce()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await world.RunAtAsync(Post.AddMinutes(-1), schedule);
        Assert.Empty(world.Platform.Messages);

        await world.RunAtAsync(Post, schedule);
        var round = Assert.Single(await world.Rounds.OpenAsync(schedule.Id, default));
        var key = round.RightOptions[0];
        await world.AnswerAsync("ada", round, key, Stake.Sure);
        await world.AnswerAsync("grace", round, key);
        await world.AnswerAsync("alan", round, QuizWorld.Wrong(round), Stake.Guess);
        await world.RunAtAsync(Post.AddMinutes(1), schedule);
        var shown = QuizWorld.Text(Assert.Single(world.Platform.Messages).Value.Blocks);
        Assert.Contains("3 of 4 answered", shown, StringComparison.Ordinal);
        Assert.Contains(round.Commitment, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(round.Salt, shown, StringComparison.Ordinal);

        await world.RunAtAsync(Close.AddSeconds(4), schedule);
        Assert.Equal(0, await world.PointsOfAsync("ada", group));
        await world.RunAtAsync(Close.AddSeconds(5), schedule);
        await world.RunAtAsync(Close.AddSeconds(9), schedule);

        Assert.Equal((22, 20, 10), (await world.PointsOfAsync("ada", group), await world.PointsOfAsync("grace", group), await world.PointsOfAsync("alan", group)));
        var result = QuizWorld.Text(Assert.Single(world.Platform.Messages).Value.Blocks);
        Assert.Contains("✔ **" + Round.Letter(key), result, StringComparison.Ordinal);
        Assert.Contains("67 % right", result, StringComparison.Ordinal);
        Assert.Contains("Most common mix-up", result, StringComparison.Ordinal);
        Assert.Contains(round.Salt, result, StringComparison.Ordinal);
        Assert.Equal(round.Commitment, Round.CommitmentOf(round.Salt, round.KeyText));
    }

    [Fact]
    public async Task Restart_InTheMiddle_LosesNothingAndPostsNothingTwice()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        world.Platform.LosesAnswers = true;
        await world.RunAtAsync(Post, schedule);
        world.Platform.LosesAnswers = false;
        await world.RestartAsync(model);
        await world.RunAtAsync(Post.AddMinutes(2), schedule);
        var round = Assert.Single(await world.Rounds.OpenAsync(null, default));
        await world.AnswerAsync("ada", round, round.RightOptions[0]);
        await world.RestartAsync(model);

        await world.RunAtAsync(Close.AddHours(3), schedule);

        Assert.Single(world.Platform.Messages);
        Assert.Equal(20, await world.PointsOfAsync("ada", group));
        Assert.Contains("closed", QuizWorld.Text(world.Platform.Messages.Values.Single().Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_AfterACrashRightAfterThePostUntilAfterTheClose_ShowsTheResult()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        world.Platform.LosesAnswers = true;
        await world.RunAtAsync(Post, schedule);
        world.Platform.LosesAnswers = false;
        await world.RestartAsync(model);

        // The nonce finds the message that is there, which shows the question still.
        await world.RunAtAsync(Close.AddHours(3), schedule);
        await world.RunAtAsync(Close.AddHours(3).AddMinutes(2), schedule);

        Assert.Contains("closed", QuizWorld.Text(Assert.Single(world.Platform.Messages.Values).Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AfterTheClose_IsLateAndGivesNothing()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await world.RunAtAsync(Post, schedule);
        var round = Assert.Single(await world.Rounds.OpenAsync(null, default));

        world.Time.Now = Close.AddSeconds(2);
        await world.AnswerAsync("ada", round, round.RightOptions[0]);
        world.Time.Now = Close.AddSeconds(3);
        var late = await world.AnswerAsync("grace", round, round.RightOptions[0]);
        await world.RunAtAsync(Close.AddSeconds(6), schedule);

        Assert.Contains("arrived after the close", QuizWorld.Text(late.Blocks), StringComparison.Ordinal);
        Assert.Equal((20, 0), (await world.PointsOfAsync("ada", group), await world.PointsOfAsync("grace", group)));
    }

    [Theory]
    [InlineData(4.9, true)]
    [InlineData(5.1, false)]
    public async Task Post_MissedWhileDown_IsLateOnlyWhileTwoHoursRemain(double hoursLate, bool isPosted)
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");

        await world.RunAtAsync(Post.AddHours(hoursLate), schedule);

        Assert.Equal(isPosted ? 1 : 0, world.Platform.Messages.Count);
    }

    [Fact]
    public async Task Message_DeletedByAModerator_TakesTheRoundBack()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await world.RunAtAsync(Post, schedule);
        var round = Assert.Single(await world.Rounds.OpenAsync(null, default));
        await world.AnswerAsync("ada", round, round.RightOptions[0]);
        world.Platform.Messages.Clear();

        await world.RunAtAsync(Close.AddMinutes(1), schedule);

        Assert.Equal(RoundState.Void, (await world.Rounds.FindAsync(round.Id, default))?.State);
        Assert.Equal(0, await world.PointsOfAsync("ada", group));
    }

    [Fact]
    public async Task Channels_InTwoZones_GetOneRoundAtTheirOwnTimesAndOneClose()
    {
        using var world = await QuizWorld.StartAsync(model, Monday.AddHours(-6));
        var (_, schedule) = await world.StudyAsync("readers", "Europe/Berlin", ("berlin", "Europe/Berlin"), ("kathmandu", "Asia/Kathmandu"));

        await world.RunAtAsync(new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.FromMinutes(345)), schedule);
        Assert.Equal(["kathmandu"], world.Platform.Messages.Values.Select(message => message.Channel.Id));
        await world.RunAtAsync(new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(1)), schedule);

        Assert.Equal(["berlin", "kathmandu"], world.Platform.Messages.Values.Select(message => message.Channel.Id).Order());
        var round = Assert.Single(await world.Rounds.OpenAsync(null, default));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 16, 30, 0, TimeSpan.FromHours(1)), round.ClosesAt);
    }

    [Fact]
    public async Task Posts_OfManySlowChannels_AreEachClaimedWhileTheyArePosted()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC", ("one", "UTC"), ("two", "UTC"), ("three", "UTC"));
        var taken = new List<bool>();
        world.Platform.Posting = async channel =>
        {
            world.Time.Now += TimeSpan.FromSeconds(40);
            var round = Assert.Single(await world.Rounds.OpenAsync(null, default));
            var post = (await world.Rounds.PostsAsync(round.Id, default)).Single(post => post.Channel == channel);
            taken.Add(await world.Rounds.TryClaimAsync(post, world.Time.Now, world.Time.Now.AddSeconds(60), default));
        };

        await world.RunAtAsync(Post, schedule);

        Assert.Equal([false, false, false], taken);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Apia")]
    [InlineData("UTC")]
    public async Task Year_InAZone_HasEveryDateOnceAtItsLocalTime(string zone)
    {
        var clocks = TimeZoneInfo.FindSystemTimeZoneById(zone);
        using var world = await QuizWorld.StartAsync(model, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (_, schedule) = await world.StudyAsync("readers", zone);

        // Both changes of the clocks lie within: each in a stretch of ten days, and the rest of the year by weeks.
        foreach (var day in Enumerable.Range(1, 364).Where(day => day % 7 == 0 || day is > 62 and < 100 || day is > 270 and < 312))
        {
            var date = new DateOnly(2026, 1, 1).AddDays(day);
            var at = LocalClock.At(date, new TimeOnly(9, 30), clocks);
            await world.RunAtAsync(at.AddMinutes(-1), schedule);
            var before = world.Platform.Messages.Count;
            await world.RunAtAsync(at, schedule);
            await world.RunAtAsync(at.AddHours(1), schedule);
            Assert.Equal(before + 1, world.Platform.Messages.Count);
            await world.RunAtAsync(at.AddHours(9), schedule);
        }

        var rounds = (await world.Rounds.LastAsync(schedule.Id, 400, default)).Where(round => round.Kind == RoundKind.Daily).ToList();
        Assert.All(rounds, round => Assert.Equal((RoundState.Closed, "09:30"), (round.State, TimeZoneInfo.ConvertTime(round.OpensAt, clocks).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(rounds.Count, rounds.Select(round => round.Date).Distinct().Count());
    }

    [Fact]
    public async Task Streak_OfThreeWeeks_EarnsAndSpendsAFreeze()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        for (var day = 0; day < 9; day++)
        {
            await world.RunAtAsync(Post.AddDays(day), schedule);
            var round = Assert.Single(await world.Rounds.OpenAsync(null, default), round => round.Kind == RoundKind.Daily);
            if (day != 7)
            {
                await world.AnswerAsync("ada", round, QuizWorld.Wrong(round));
            }

            for (var minute = 0; minute < 7 * 60; minute += 1)
            {
                await world.Connections.NoteAsync("playground", Post.AddDays(day).AddMinutes(minute), default);
            }

            await world.RunAtAsync(Close.AddDays(day).AddMinutes(1), schedule);
        }

        var ada = (await world.Groups.MembersAsync(group.Id, default)).Single(member => member.Name == "Ada");
        var streak = await world.Boards.StreakAsync(group.Id, ada, default);

        // Seven answered earned a freeze, the eighth was missed and spent it, the ninth was answered.
        Assert.Equal((8, 0, 8), (streak.Length, streak.Freezes, streak.Answered));
    }

    [Theory]
    [InlineData("today", "2026-11-24", "You are away from Mon 23 Nov 2026 to Tue 24 Nov 2026")]
    [InlineData("24 Dec", "", "You are away on Thu 24 Dec 2026")]
    [InlineData("2026-11-20", "", "Fri 20 Nov 2026 is past")]
    [InlineData("tomorrow", "today", "is before")]
    [InlineData("2026-12-01", "2026-12-20", "a season has room for 8")]
    [InlineData("soon", "", "Which dates?")]
    public async Task Away_Dates_AreTakenOrSaidWhyNot(string from, string until, string said)
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await world.RunAtAsync(Post, schedule);
        await world.AnswerAsync("ada", Assert.Single(await world.Rounds.OpenAsync(null, default)), 0);

        var reply = await world.Aways.SetAsync(QuizWorld.Request("ada", new SetAway(from, until)), new SetAway(from, until), default);

        Assert.Contains(said, QuizWorld.Text(reply.Blocks), StringComparison.Ordinal);
        Assert.NotNull(group);
    }

    [Fact]
    public async Task Erase_APerson_LeavesTotalsAndNoTraceInAnyFile()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (group, schedule) = await world.StudyAsync("readers", "UTC");
        await world.RunAtAsync(Post, schedule);
        var round = Assert.Single(await world.Rounds.OpenAsync(null, default));
        await world.AnswerAsync("zebulon-4711", round, round.RightOptions[0], Stake.Sure);
        await world.AnswerAsync("grace", round, round.RightOptions[0]);
        await world.RunAtAsync(Close.AddSeconds(6), schedule);
        var id = await world.IdOfAsync("zebulon-4711");
        Assert.Contains(await world.Personal.ExportAsync(id, default), table => table.Name == "points" && table.Rows.Count == 1);

        await world.Personal.EraseAsync(id, default);

        var totals = await world.Ledger.TotalsAsync(group.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, default);
        Assert.Equal(22, totals.Single(total => total.Person == PersonId.Former).Points);
        Assert.Equal(20, await world.PointsOfAsync("grace", group));
        Assert.Equal(2, await world.Rounds.CountAsync(round.Id, default));
        Assert.All(await world.Personal.ExportAsync(id, default), table => Assert.Empty(table.Rows));
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(world.File) ?? ""))
        {
            Assert.DoesNotContain("ebulon-4711", System.Text.Encoding.Latin1.GetString(ReadShared(file)), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Ignored_Person_IsRefusedAndKnownByAHashAlone()
    {
        using var world = await QuizWorld.StartAsync(model, Monday);
        var (_, schedule) = await world.StudyAsync("readers", "UTC");
        await world.RunAtAsync(Post, schedule);
        var round = Assert.Single(await world.Rounds.OpenAsync(null, default));

        await world.Personal.SetIgnoredAsync(QuizWorld.Ref("ada"), true, default);
        await Assert.ThrowsAsync<PersonIgnoredException>(() => world.AnswerAsync("ada", round, 0));
        Assert.Null(await world.People.FindAsync(QuizWorld.Ref("ada"), default));
        await world.Personal.SetIgnoredAsync(QuizWorld.Ref("ada"), false, default);

        Assert.Contains("You picked", QuizWorld.Text((await world.AnswerAsync("ada", round, 0)).Blocks), StringComparison.Ordinal);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
