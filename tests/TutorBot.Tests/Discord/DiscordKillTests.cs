using System.Globalization;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Tests.Discord;

/// <summary>The bot, killed wherever it hurts most, in a Discord that loses answers: nothing is lost, nothing is done twice.</summary>
[Collection(Undisturbed.Name)]
public sealed class DiscordKillTests
{
    private const int People = 25;

    /// <summary>A fault that lasts until the bot is killed.</summary>
    private const int Always = 10_000;
    private const string Messages = "/channels/{channel_id}/messages";
    private const string OneMessage = "/channels/{channel_id}/messages/{message_id}";
    private const string Callback = "/interactions/{interaction_id}/{interaction_token}/callback";

    /// <summary>As long as a killed worker holds a post for itself.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(61);

    [Fact]
    public async Task Quiz_WhoseBotIsKilledAgainAndAgain_IsPostedOnceClosedOnceAndKeepsWhatItTold()
    {
        await using var host = await KilledHost.StartAsync();
        var guild = host.Discord.AddGuild("Readers");
        var general = guild.Channels[0];
        await host.StartBotAsync();
        var start = host.Time.GetUtcNow().AddMinutes(3);
        await host.Discord.SetUpQuizAsync(host.Discord.Owner, general, start, start.AddHours(1));

        var post = await PostAsync(host, general);
        var people = Enumerable.Range(0, People).Select(number => host.Discord.AddUser(string.Create(CultureInfo.InvariantCulture, $"P{number}"))).ToList();
        people.ForEach(person => guild.Join(person));
        var last = await ChooseAsync(host, post, people);
        await CloseAsync(host, post);

        Assert.Single(general.Messages, IsCard);
        Assert.Single(general.Messages, message => message.Text.Contains($"{People} answers", StringComparison.Ordinal));
        Assert.All(post.Components.Where(component => component.Label.Length == 1), letter => Assert.True(letter.IsDisabled));
        foreach (var (person, letter) in people.Zip(last))
        {
            var mine = await (await host.Discord.PressAsync(person, post, "My result")).ReplyAsync();
            Assert.Contains($"You picked {letter}", mine.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, host.Count("SELECT count(*) FROM rounds WHERE state = 1"));
        Assert.Equal(1, host.Count("SELECT count(*) FROM rounds"));
        Assert.Equal(People, host.Count("SELECT count(*) FROM answers WHERE choice IS NOT NULL"));
        Assert.Equal(People, host.Count("SELECT count(*) FROM (SELECT person_id FROM ledger GROUP BY person_id HAVING sum(answered) = 1)"));
        Assert.Equal(8, host.Kills);
        Assert.Empty(host.Discord.Violations);
    }

    /// <summary>Killed before the post went out, and after it did but before it was told so.</summary>
    private static async Task<FakeMessage> PostAsync(KilledHost host, FakeChannel general)
    {
        host.Discord.Faults.Add(RestFault.Cut, "POST", Messages, Always);
        await host.AdvanceAsync(TimeSpan.FromMinutes(3));
        await host.KillWhenAsync(discord => Seen(discord, "POST", Messages) > 0, "the post to be cut");
        Assert.DoesNotContain(general.Messages, IsCard);

        host.Discord.Faults.Add(RestFault.LostAnswer, "POST", Messages, Always);
        await host.AdvanceAsync(Claim);
        await host.StartBotAsync();
        await host.KillWhenAsync(_ => general.Messages.Any(IsCard), "the post");

        // Longer than Discord knows the nonce: only a look at the channel tells.
        await host.AdvanceAsync(TimeSpan.FromMinutes(6));
        var looked = Seen(host.Discord, "GET", Messages);
        await host.StartBotAsync();
        await host.Discord.WaitUntilAsync(discord => Seen(discord, "GET", Messages) > looked, "a look at the channel");
        return general.Messages.First(IsCard);
    }

    /// <summary>Killed while they click, before any is told, after some are told but unknown to the bot, and at the counter.</summary>
    /// <returns>The letter that each was told last.</returns>
    private static async Task<IReadOnlyList<string>> ChooseAsync(KilledHost host, FakeMessage post, List<FakeUser> people)
    {
        var letters = post.Components.Where(component => component.Label.Length == 1).Select(component => component.Label).ToList();
        string LetterOf(int person, int round) => letters[(person + round) % letters.Count];
        host.Discord.Gateway.SendsTwice = true;

        // Killed in the middle, with the usual faults.
        var before = Seen(host.Discord, "POST", Callback);
        host.Discord.Faults.Add(RestFault.ServerError(), "POST", Callback, 2);
        host.Discord.Faults.Add(RestFault.LostAnswer, "POST", Callback, 2);
        var choosing = people.Skip(1).Select((person, i) => host.ChooseAsync(person, post, LetterOf(i + 1, 0))).ToList();
        host.Discord.Gateway.Cut();
        await host.KillWhenAsync(discord => Seen(discord, "POST", Callback) >= before + 12, "clicks");
        await host.StartBotAsync();
        await Task.WhenAll(choosing);

        // The last person's answer changes the counter: Discord shows it, the bot never hears so.
        host.Discord.Faults.Add(RestFault.LostAnswer, "PATCH", OneMessage, Always);
        await host.ChooseAsync(people[0], post, LetterOf(0, 0));
        await host.AdvanceAsync(Claim);
        await host.KillWhenAsync(_ => post.Text.Contains($"{People} of ", StringComparison.Ordinal), "the counter");

        // Kept, and nobody is told: they press again.
        before = Seen(host.Discord, "POST", Callback);
        host.Discord.Faults.Add(RestFault.Cut, "POST", Callback, Always);
        await host.StartBotAsync();
        choosing = [.. people.Select((person, i) => host.ChooseAsync(person, post, LetterOf(i, 1)))];
        await host.KillWhenAsync(discord => Seen(discord, "POST", Callback) >= before + 5, "answers that are cut");
        await host.StartBotAsync();
        await Task.WhenAll(choosing);

        // They are told, and the bot never hears so. Everybody clicks twice, some another letter than before.
        before = Seen(host.Discord, "POST", Callback);
        host.Discord.Faults.Add(RestFault.LostAnswer, "POST", Callback, Always);
        choosing = [.. people.Concat(people).Select((person, i) => host.ChooseAsync(person, post, LetterOf(i % People, 1 + (i % People % 2))))];
        await host.KillWhenAsync(discord => Seen(discord, "POST", Callback) >= before + 10, "answers that are lost");
        await host.StartBotAsync();
        await Task.WhenAll(choosing);
        return [.. people.Select((_, i) => LetterOf(i, 1 + (i % 2)))];
    }

    /// <summary>Killed before the result was shown, and after it was but before the bot heard so.</summary>
    private static async Task CloseAsync(KilledHost host, FakeMessage post)
    {
        host.Discord.Faults.Add(RestFault.Cut, "PATCH", OneMessage, Always);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.KillWhenAsync(
            discord => discord.Requests.Any(request => request is { Method: "PATCH", Status: 0 } && request.Body.GetRawText().Contains("answers", StringComparison.Ordinal)), "the result to be cut");
        Assert.DoesNotContain("answers", post.Text, StringComparison.Ordinal);

        host.Discord.Faults.Add(RestFault.LostAnswer, "PATCH", OneMessage, Always);
        await host.AdvanceAsync(Claim);
        await host.StartBotAsync();
        await host.KillWhenAsync(_ => post.Text.Contains($"{People} answers", StringComparison.Ordinal), "the result");

        await host.AdvanceAsync(Claim);
        var edits = Seen(host.Discord, "PATCH", OneMessage);
        await host.StartBotAsync();
        await host.Discord.WaitUntilAsync(discord => Seen(discord, "PATCH", OneMessage) > edits, "the result to be confirmed");
    }

    private static bool IsCard(FakeMessage message) => message.Text.Contains("Card of the day", StringComparison.Ordinal);

    private static int Seen(FakeDiscord discord, string method, string template) =>
        discord.Requests.Count(request => request.Method == method && request.Template == template);
}
