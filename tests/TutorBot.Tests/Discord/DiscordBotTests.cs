using TutorBot.Core.Commands;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Tests.Discord;

/// <summary>What people of a server see of the bot, through the wire.</summary>
[Collection(Undisturbed.Name)]
public sealed class DiscordBotTests
{
    private const ulong Administrator = 8;
    private const int AtOnce = 9;
    private static readonly int[] UpdateNowOrLater = [7, 6];

    /// <summary>Every command with options that fit, in an order in which one prepares the next.</summary>
    private static readonly (string Command, (string Name, object Value)[] Options)[] Examples =
    [
        ("help", []), ("ask", [("question", "what is dropout?")]), ("card", [("term", "161")]), ("compare", [("a", "LSTM"), ("b", "GRU")]), ("decks", []), ("deck lint", []), ("deck inbox", []),
        ("group create", [("name", "Tuesday")]), ("group list", []), ("group info", [("name", "Tuesday")]), ("group set", [("join", "open")]), ("group join", [("name", "Tuesday")]),
        ("schedule set", [("time", "09:30"), ("close", "16:30"), ("days", "mon-fri"), ("zone", "Berlin")]), ("schedule resume", []), ("schedule show", []), ("schedule preview", []),
        ("schedule skip", []), ("schedule pause", []), ("schedule now", []), ("schedule regrade", [("round", "12 B")]), ("schedule void", [("round", "12")]), ("schedule remove", []),
        ("group invite", []), ("group captain add", [("person", "Nobody")]), ("group captain remove", [("person", "Nobody")]), ("group captain accept", []), ("group captain none", []),
        ("group remove", [("person", "Nobody")]), ("daily", [("answer", "B sure")]), ("quiz", [("count", "2"), ("form", "definition")]), ("leaderboard", [("period", "season"), ("board", "growth")]),
        ("me", []), ("why", [("what", "streak")]), ("away", [("dates", "tomorrow")]), ("report", []), ("settings", []), ("timezone", [("city", "Kathmandu")]),
        ("privacy show", []), ("privacy export", []), ("privacy visibility", [("who", "public")]), ("privacy ignore", [("state", "off")]), ("group leave", []), ("group delete", []), ("privacy delete", []),
    ];

    [Fact]
    public async Task Server_NewlyInvited_IsGreetedOnceAndAnswersInPrivate()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        var (ada, general) = (host.Discord.AddUser("Ada"), guild.Channels[0]);
        guild.Join(ada);

        var hello = await host.Discord.MessageAsync(general);
        Assert.Contains("I answer questions from 50 cards", hello.Text, StringComparison.Ordinal);
        var tried = await (await host.PressAsync(ada, hello, "Try a question")).ReplyAsync();
        Assert.True(tried.IsEphemeral);

        var answer = await host.SayAsync(ada, general, "ask", ("question", "what is dropout?"));
        Assert.True(answer.IsEphemeral);
        Assert.Contains("Dropout", answer.Text, StringComparison.Ordinal);
        var shared = await (await host.PressAsync(ada, answer, "Share")).ReplyAsync();
        Assert.False(shared.IsEphemeral);
        Assert.Contains("Ada", shared.Text, StringComparison.Ordinal);

        await host.StopBotAsync();
        host.Time.Advance(TimeSpan.FromSeconds(6));
        await host.StartBotAsync();
        await host.SayAsync(ada, general, "help");
        Assert.Single(general.Messages, message => message.Text.Contains("I answer questions", StringComparison.Ordinal));
        Assert.Empty(host.Discord.Violations);
        Assert.Equal(1, host.Discord.Requests.Count(request => request is { Method: "PUT" } && request.Template.EndsWith("/commands", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Autocomplete_PartOfAName_OffersCards()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));

        var choices = await (await host.Discord.AutocompleteAsync(host.Discord.Owner, guild.Channels[0], "card", "term", "softm")).ChoicesAsync();

        Assert.Equal("Softmax", choices[0].Name);
        var card = await host.SayAsync(host.Discord.Owner, guild.Channels[0], "card", ("term", choices[0].Value));
        Assert.Contains("Softmax", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GuildCommands_OfOneServer_AreRegisteredThereAlone()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        await host.StopBotAsync();
        var before = host.Discord.Requests.Count(request => request.Method == "PUT");
        var data = Directory.CreateTempSubdirectory("tutorbot");
        host.Time.Advance(TimeSpan.FromSeconds(6));
        await using (await host.StartWorkerAsync(data.FullName, null, "", guild.Id))
        {
            await host.Discord.WaitUntilAsync(discord => discord.Requests.Count(request => request.Method == "PUT") > before, "the registration");
        }

        var put = host.Discord.Requests.Last(request => request.Method == "PUT");
        Assert.Equal("/applications/{application_id}/guilds/{guild_id}/commands", put.Template);
        Assert.Contains($"/guilds/{guild.Id}/", put.Path, StringComparison.Ordinal);
        Assert.All(put.Body.EnumerateArray(), command => Assert.False(command.TryGetProperty("contexts", out _)));
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task DirectMessage_WhatNeedsAChannel_SaysSoAndTheRestWorks()
    {
        await using var host = await DiscordHost.StartAsync();
        var ada = host.Discord.AddUser("Ada");

        Assert.Contains("That is for a channel", (await host.SayAsync(ada, ada.DirectMessages, "group create", ("name", "Mine"))).Text, StringComparison.Ordinal);
        Assert.Contains("No round is open", (await host.SayAsync(ada, ada.DirectMessages, "daily")).Text, StringComparison.Ordinal);
        Assert.Contains("Dropout", (await host.SayAsync(ada, ada.DirectMessages, "ask", ("question", "what is dropout?"))).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await host.SayAsync(ada, ada.DirectMessages, "privacy export")).Files);
    }

    [Fact]
    public async Task TypedQuestion_AnsweredInAForm_IsJudged()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        var (ada, general) = (host.Discord.Owner, guild.Channels[0]);
        var question = await host.SayAsync(ada, general, "quiz", ("form", "typed"));

        var form = await (await host.PressAsync(ada, question, "Type your answer")).ModalAsync();
        Assert.Equal("The term", form.Json.GetProperty("components")[0].GetProperty("label").GetString());
        var judged = await (await host.Discord.SubmitModalAsync(ada, form, (form.Fields[0].CustomId, "nothing like it"))).ReplyAsync();

        Assert.True(judged.IsEphemeral);
        Assert.Contains("Not right.", judged.Text, StringComparison.Ordinal);
        Assert.Empty(host.Discord.Violations);
    }

    [Fact]
    public async Task Card_LongerThanAMessage_GoesOnBehindAButton()
    {
        var decks = Directory.CreateTempSubdirectory("decks");
        var words = string.Join(' ', Enumerable.Range(1, 2000).Select(number => $"word{number}"));
        await File.WriteAllTextAsync(Path.Combine(decks.FullName, "long.md"), $"## 1. Verbosity\n\n**Definition**\nThe use of **many words: {words}.**\n");
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"), decks.FullName);
        var (ada, general) = (host.Discord.Owner, guild.Channels[0]);

        var shown = (await host.SayAsync(ada, general, "ask", ("question", "what is verbosity?"))).Text;
        var page = await host.SayAsync(ada, general, "card", ("term", "verbosity"));
        var text = page.Text;
        for (var number = 2; page.Components.Any(component => component.Label.StartsWith($"The rest ({number} of ", StringComparison.Ordinal)); number++)
        {
            page = await (await host.PressAsync(ada, page, page.Components[0].Label)).ReplyAsync();
            Assert.True(page.IsEphemeral);
            text += page.Text;
        }

        Assert.Contains("word1 ", shown, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 2000), number => Assert.Contains($"word{number}", text, StringComparison.Ordinal));
        Assert.Empty(host.Discord.Violations);
        decks.Delete(recursive: true);
    }

    [Fact]
    public async Task Quiz_ByTwentyFivePeople_RunsFromThePanelToTheBoard()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        var (owner, general) = (host.Discord.Owner, guild.Channels[0]);
        await SetUpAsync(host, owner, general);

        host.Time.Advance(TimeSpan.FromMinutes(3));
        var post = await host.Discord.MessageAsync(general, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
        var people = Enumerable.Range(1, 25).Select(number => host.Discord.AddUser($"P{number}")).ToList();
        people.ForEach(person => guild.Join(person));
        await Task.WhenAll(people.Select(async (person, i) =>
        {
            var letter = post.Components[i % 4 % post.Components.Count(component => component.Label.Length == 1)].Label;
            var kept = await (await host.PressAsync(person, post, letter)).ReplyAsync();
            Assert.True(kept.IsEphemeral);
            Assert.Contains("You picked", kept.Text, StringComparison.Ordinal);
            // The stake changes the private message where it stands.
            var sure = await host.PressAsync(person, kept, "Sure");
            Assert.Contains((await sure.FirstCallbackAsync()).Type, UpdateNowOrLater);
            // The same letter again changes nothing.
            await (await host.PressAsync(person, post, letter)).ReplyAsync();
        }));
        var ids = post.Components.Select(component => component.CustomId).ToList();
        host.Time.Advance(TimeSpan.FromSeconds(15));
        await host.Discord.WaitUntilAsync(_ => post.Text.Contains("25 of 2", StringComparison.Ordinal), "the counter");
        // A press on what was there a moment ago still arrives.
        Assert.Equal(ids, post.Components.Select(component => component.CustomId));

        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Discord.WaitUntilAsync(_ => post.Text.Contains("25 answers", StringComparison.Ordinal), "the result");

        Assert.All(post.Components.Where(component => component.Label.Length == 1), letter => Assert.True(letter.IsDisabled));
        var mine = await (await host.PressAsync(people[0], post, "My result")).ReplyAsync();
        Assert.Contains("You picked", mine.Text, StringComparison.Ordinal);
        var board = await host.SayAsync(people[0], general, "leaderboard");
        Assert.Contains("P1 (you)", board.Text, StringComparison.Ordinal);
        Assert.Single(general.Messages, message => message.Text.Contains("Card of the day", StringComparison.Ordinal));
        Assert.Empty(host.Discord.Violations);
        Assert.All(general.Messages, message => Assert.Empty(message.Pings));
    }

    [Fact]
    public async Task Commands_AllOfTheCatalog_AreAnsweredInPrivateInServersAndDirectMessages()
    {
        FakeGuild guild = null!;
        await using var host = await DiscordHost.StartAsync(discord => guild = discord.AddGuild("Readers"));
        var general = guild.Channels[0];
        await host.Discord.MessageAsync(general);
        // Nobody types more than the twenty at once that one may; all of them manage the channel.
        var manager = guild.AddRole("managers", Administrator);
        var people = Enumerable.Range(0, 1 + (Examples.Length / AtOnce)).Select(number => host.Discord.AddUser($"P{number}")).ToList();
        people.ForEach(person => guild.Join(person).Roles.Add(manager));
        Assert.Equal(CommandCatalog.All.Select(command => command.Name).Order(), Examples.Select(example => example.Command).Order());
        foreach (var isDirect in (bool[])[false, true])
        {
            foreach (var (i, (command, options)) in Examples.Index())
            {
                var person = people[i / AtOnce];
                var reply = await host.SayAsync(person, isDirect ? person.DirectMessages : general, command, options);
                Assert.True(reply.IsEphemeral || isDirect, command);
                Assert.NotEqual("", reply.Text);
                Assert.DoesNotMatch("Something went wrong|a lot at once|^[^\n]{0,60}, as in /", reply.Text);
            }
        }

        Assert.Contains("nor mentions of me", (await host.SayAsync(host.Discord.Owner, general, "help")).Text, StringComparison.Ordinal);
        Assert.Empty(host.Discord.Violations);
    }

    /// <summary>A group and a daily quiz in two to three minutes, for an hour.</summary>
    internal static Task SetUpAsync(DiscordHost host, FakeUser owner, FakeChannel channel)
    {
        var start = host.Time.GetUtcNow().AddMinutes(3);
        return host.Discord.SetUpQuizAsync(owner, channel, start, start.AddHours(1));
    }
}
