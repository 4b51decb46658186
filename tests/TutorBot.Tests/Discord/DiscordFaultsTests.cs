using TutorBot.TestSupport.Discord;

namespace TutorBot.Tests.Discord;

/// <summary>The bot in a Discord that fails in every way that it knows: nothing is lost, nothing is done twice.</summary>
[Collection(Undisturbed.Name)]
public sealed class DiscordFaultsTests
{
    private const string Messages = "/channels/{channel_id}/messages";

    [Fact]
    public async Task Quiz_WhileDiscordFails_IsPostedOnceClosedOnceAndKeepsEveryAnswer()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        var (owner, general) = (host.Discord.Owner, guild.Channels[0]);
        await DiscordBotTests.SetUpAsync(host, owner, general);
        host.Discord.Faults.Add(RestFault.ServerError(), "POST", Messages);
        host.Discord.Faults.Add(RestFault.LostAnswer, "POST", Messages);
        host.Discord.Faults.Add(RestFault.RateLimit("user", TimeSpan.FromSeconds(1)), "POST", Messages);

        host.Time.Advance(TimeSpan.FromMinutes(3));
        var post = await host.Discord.MessageAsync(general, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
        var people = Enumerable.Range(1, 25).Select(number => host.Discord.AddUser($"P{number}")).ToList();
        people.ForEach(person => guild.Join(person));
        host.Discord.Gateway.SendsTwice = true;
        for (var round = 0; round < 5; round++)
        {
            host.Discord.Faults.Add(RestFault.LostAnswer, "POST", "/interactions/{interaction_id}/{interaction_token}/callback", times: 2);
            host.Discord.Faults.Add(RestFault.ServerError(), "POST", "/interactions/{interaction_id}/{interaction_token}/callback", times: 2);
            var clicks = people.Skip(round * 5).Take(5).Select(async person =>
            {
                await (await host.PressAsync(person, post, "A")).ReplyAsync();
                await (await host.PressAsync(person, post, "B")).ReplyAsync();
                await (await host.PressAsync(person, post, "B")).ReplyAsync();
            }).ToList();
            // The connection is lost while they click: what was missed is sent again.
            var resumed = host.Discord.Gateway.Resumed;
            if (round % 2 == 0)
            {
                host.Discord.Gateway.Cut();
            }
            else
            {
                host.Discord.Gateway.AskToReconnect();
            }

            await Task.WhenAll(clicks);
            await host.Discord.WaitUntilAsync(discord => discord.Gateway.Resumed > resumed, "the bot to go on");
        }

        host.Discord.Faults.Add(RestFault.ServerError(500), "PATCH", "/channels/{channel_id}/messages/{message_id}", times: 2);
        host.Discord.Faults.Add(RestFault.Cut, "PATCH", "/channels/{channel_id}/messages/{message_id}");
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Discord.WaitUntilAsync(_ => post.Text.Contains("25 answers", StringComparison.Ordinal), "the result");

        Assert.Single(general.Messages, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
        foreach (var person in people)
        {
            var mine = await (await host.PressAsync(person, post, "My result")).ReplyAsync();
            Assert.Contains("You picked B", mine.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, host.Discord.Gateway.Identifies);
        Assert.Empty(host.Discord.Violations);
    }

    [Fact]
    public async Task Post_WhereTheBotWasStoppedRightAfterIt_IsFoundAgainAfterHours()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        var general = guild.Channels[0];
        await DiscordBotTests.SetUpAsync(host, host.Discord.Owner, general);
        // The work is done and its answer never comes: not to the retries either.
        host.Discord.Faults.Add(RestFault.LostAnswer, "POST", Messages, times: 4);
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await host.Discord.MessageAsync(general, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
        await host.StopBotAsync();
        host.Discord.Faults.Clear();

        // Long after the nonce is forgotten.
        host.Time.Advance(TimeSpan.FromMinutes(25));
        await host.StartBotAsync();
        await host.Discord.WaitUntilAsync(
            discord => discord.Requests.Any(request => request.Method == "GET" && request.Template == Messages), "a look at the channel");
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Discord.WaitUntilAsync(_ => general.Messages.Any(message => message.Text.Contains("closed", StringComparison.Ordinal)), "the result");

        Assert.Single(general.Messages, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_Refused_IsNamedOnceAndTheRestGoesOn()
    {
        await using var host = await DiscordHost.StartAsync();
        await host.StopBotAsync();
        var before = host.Discord.Requests.Count;

        await host.StartBotAsync("a wrong token", isConnecting: false);
        await host.Discord.WaitUntilAsync(discord => discord.Requests.Count > before, "a request");
        host.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(before + 1, host.Discord.Requests.Count);
        Assert.Equal(1, host.Discord.Gateway.Identifies);
    }

    [Fact]
    public async Task Channel_WithoutRights_LeavesTheOtherItsPost()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        var (general, closed) = (guild.Channels[0], guild.AddChannel("closed"));
        await DiscordBotTests.SetUpAsync(host, host.Discord.Owner, general);
        var panel = await host.SayAsync(host.Discord.Owner, closed, "schedule set");
        await (await host.PressAsync(host.Discord.Owner, panel, "Post here too")).FirstCallbackAsync();
        closed.SetRights(host.Discord.Bot, 1024);

        // The panel names what is missing there.
        var again = await host.SayAsync(host.Discord.Owner, closed, "schedule set");
        Assert.Contains("I cannot post here yet", again.Text, StringComparison.Ordinal);
        Assert.Contains("Send Messages", again.Text, StringComparison.Ordinal);
        host.Time.Advance(TimeSpan.FromMinutes(3));

        await host.Discord.MessageAsync(general, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
        // Whoever set it up is told.
        await host.Discord.MessageAsync(host.Discord.Owner.DirectMessages, message => message.Text.Contains("could not be posted", StringComparison.Ordinal));
        Assert.DoesNotContain(closed.Messages, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Result_WhoseEditIsRefusedForTenMinutes_IsPostedOnceAsAReplyAndEditedLater()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        var (owner, general) = (host.Discord.Owner, guild.Channels[0]);
        await DiscordBotTests.SetUpAsync(host, owner, general);
        host.Time.Advance(TimeSpan.FromMinutes(3));
        var post = await host.Discord.MessageAsync(general, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
        await (await host.PressAsync(owner, post, "A")).ReplyAsync();
        host.Discord.Faults.RefusesEditsOfOldMessages = true;

        host.Time.Advance(TimeSpan.FromMinutes(61));
        await host.Discord.WaitUntilAsync(discord => discord.Requests.Any(request => request.Code == 30046), "a refusal");
        Assert.DoesNotContain(general.Messages, message => message.RepliesTo is not null);
        host.Time.Advance(TimeSpan.FromMinutes(10));
        var result = await host.Discord.MessageAsync(general, message => message.RepliesTo == post.Id);
        Assert.Contains("1 answer", result.Text, StringComparison.Ordinal);
        var refused = host.Discord.Requests.Count(request => request.Code == 30046);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.Discord.WaitUntilAsync(discord => discord.Requests.Count(request => request.Code == 30046) > refused, "one more refusal");
        host.Discord.Faults.RefusesEditsOfOldMessages = false;
        host.Time.Advance(TimeSpan.FromMinutes(2));

        await host.Discord.WaitUntilAsync(_ => post.Text.Contains("1 answer", StringComparison.Ordinal), "the result");
        Assert.Single(general.Messages, message => message.RepliesTo is not null);
    }

    [Fact]
    public async Task Server_ThatRemovedTheBot_IsForgottenAfterThirtyDaysAndGreetedWhenItInvitesAgain()
    {
        FakeGuild guild = null!, other = null!;
        await using var host = await DiscordHost.StartAsync(discord => (guild, other) = (discord.AddGuild("Readers"), discord.AddGuild("Others")));
        foreach (var one in (FakeGuild[])[guild, other])
        {
            await host.Discord.MessageAsync(one.Channels[0]);
            await host.SayAsync(host.Discord.Owner, one.Channels[0], "group create", ("name", "Tuesday"));
        }

        guild.Kick();
        await host.StopBotAsync();
        other.Kick();
        await host.StartBotAsync();
        host.Time.Advance(TimeSpan.FromDays(29));
        other.Invite();
        await host.Discord.WaitUntilAsync(_ => other.Channels[0].Messages.Count(message => message.Text.Contains("I answer questions", StringComparison.Ordinal)) == 2, "a second greeting");
        host.Time.Advance(TimeSpan.FromDays(2));
        guild.Invite();
        await host.Discord.WaitUntilAsync(_ => guild.Channels[0].Messages.Count(message => message.Text.Contains("I answer questions", StringComparison.Ordinal)) == 2, "a second greeting");

        Assert.Contains("Tuesday", (await host.SayAsync(host.Discord.Owner, other.Channels[0], "group list")).Json.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Tuesday", (await host.SayAsync(host.Discord.Owner, guild.Channels[0], "group list")).Json.ToString(), StringComparison.Ordinal);
    }
}
