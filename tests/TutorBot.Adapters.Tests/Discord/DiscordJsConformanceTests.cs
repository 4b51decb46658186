using TutorBot.Adapters.Tests.Memory;
using TutorBot.TestSupport.Discord;
using Xunit.Abstractions;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>FakeDiscord is faithful: an unmodified discord.js 14 does with it all that a bot does with Discord.</summary>
public sealed class DiscordJsConformanceTests(ITestOutputHelper output)
{
    private const string Messages = "/channels/{channel_id}/messages";

    [NodeFact]
    public async Task FakeDiscord_DiscordJs_WorksAndSurvivesTheFaults()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Patience = TimeSpan.FromSeconds(30);
        discord.Gateway.HeartbeatInterval = TimeSpan.FromSeconds(3);
        // The steps follow each other faster than a bot posts.
        discord.RateLimits.Set("POST", Messages, 100, TimeSpan.FromSeconds(1));
        var people = new Scene(discord);
        using var bot = await DiscordJsBot.StartAsync(discord, people.General, people.Ada);

        var checks = 0;
        while (await bot.LineAsync() is { } line)
        {
            output.WriteLine(line);
            checks += line.StartsWith("ok ", StringComparison.Ordinal) ? 1 : 0;
            if (line.StartsWith("step ", StringComparison.Ordinal))
            {
                await people.PlayAsync(line["step ".Length..], bot);
            }
        }

        await bot.EndAsync();
        output.WriteLine($"{checks} checks passed; {discord.Requests.Count} requests, {discord.Gateway.Identifies} identifies, {discord.Gateway.Resumed} resumes, {discord.Gateway.Heartbeats} heartbeats.");
        Assert.Equal(38, checks);
        Assert.True(discord.Gateway.Resumed >= 5);
        Assert.Contains("/resume", discord.Gateway.Paths);
        await discord.WaitUntilAsync(fake => fake.Gateway.LiveConnections == 0, "the last socket to close");
        // What the script does wrong on purpose, and that discord.js counts five seconds by its own clock; nothing else.
        Assert.All(discord.Violations, violation => Assert.Matches("50035|50006|gateway 4009|more identifies than max_concurrency", violation));
    }

    /// <summary>What the people and the network do at each step of the script.</summary>
    private sealed class Scene
    {
        private readonly FakeDiscord _discord;
        private FakeMessage? _panel;

        public Scene(FakeDiscord discord)
        {
            _discord = discord;
            var guild = discord.AddGuild("School");
            General = guild.Channels[0];
            Ada = discord.AddUser("ada");
            Bea = discord.AddUser("bea");
            guild.Join(Ada, "Addi");
            guild.Join(Bea, "Bea");
        }

        public FakeChannel General { get; }

        public FakeUser Ada { get; }

        private FakeUser Bea { get; }

        private FakeMessage Panel => _panel ?? throw new InvalidOperationException("There is no message yet.");

        public async Task PlayAsync(string step, DiscordJsBot bot)
        {
            if (step.StartsWith("gateway ", StringComparison.Ordinal))
            {
                await BreakGatewayAsync(step["gateway ".Length..]);
            }
            else if (step.StartsWith("rest ", StringComparison.Ordinal))
            {
                BreakRest(step["rest ".Length..]);
                await bot.GoOnAsync();
            }
            else if (step.StartsWith("after ", StringComparison.Ordinal))
            {
                Assert.Equal(step, (await (await AskAsync()).ReplyAsync()).Text);
            }
            else
            {
                await UseAsync(step);
            }
        }

        private Task<FakeInteraction> AskAsync() => _discord.CommandAsync(Ada, General, "ask", ("question", "why?"));

        private async Task UseAsync(string step)
        {
            switch (step)
            {
                case "command":
                    var ask = await AskAsync();
                    _panel = await ask.ReplyAsync();
                    Assert.True((await ask.FollowUpAsync()).IsEphemeral);
                    await _discord.WaitUntilAsync(_ => Panel.Text.Contains("edited", StringComparison.Ordinal), "the edit");
                    Assert.Equal(["again", "form", "grey", "pick"], Panel.Components.Select(component => component.CustomId));
                    await Assert.ThrowsAsync<DiscordRefusedException>(() => _discord.ClickAsync(Ada, Panel, "grey"));
                    await Assert.ThrowsAsync<DiscordRefusedException>(() => _discord.ClickAsync(Ada, Panel, "none"));
                    break;
                case "group":
                    var reply = await (await _discord.CommandAsync(Ada, General, "group captain add", ("person", Bea))).ReplyAsync();
                    Assert.Equal((Ada.Id, "done"), (reply.VisibleTo, reply.Text));
                    break;
                case "autocomplete":
                    var choices = await (await _discord.AutocompleteAsync(Ada, General, "deck", "name", "hi")).ChoicesAsync();
                    Assert.Equal([("History", "history")], choices);
                    break;
                case "button":
                    Assert.Contains("clicked", (await (await _discord.ClickAsync(Ada, Panel, "again")).ReplyAsync()).Text, StringComparison.Ordinal);
                    break;
                case "select":
                    Assert.Contains("picked", (await (await _discord.SelectAsync(Ada, Panel, "pick", "2")).ReplyAsync()).Text, StringComparison.Ordinal);
                    break;
                case "modal":
                    var modal = await (await _discord.ClickAsync(Ada, Panel, "form")).ModalAsync();
                    Assert.Contains("answered", (await (await _discord.SubmitModalAsync(Ada, modal, ("text", "forty-two"))).ReplyAsync()).Text, StringComparison.Ordinal);
                    break;
                case "direct":
                    Assert.Equal("in private", (await (await _discord.CommandAsync(Ada, Ada.DirectMessages, "ask", ("question", "why?"))).ReplyAsync()).Text);
                    break;
                default:
                    throw new InvalidOperationException($"The script waits for {step}.");
            }
        }

        private void BreakRest(string fault)
        {
            General.BotRights = DiscordRights.Usual;
            switch (fault)
            {
                case "500":
                    _discord.Faults.Add(RestFault.ServerError(500), "POST", Messages, times: 2);
                    break;
                case "lost":
                    _discord.Faults.Add(RestFault.LostAnswer, "POST", Messages, times: 4);
                    break;
                case "forbidden":
                    Assert.Contains(General.Messages, message => message.Text == "lost");
                    _discord.Faults.Clear();
                    General.BotRights = DiscordRights.ViewChannel;
                    break;
                case "outage":
                    _discord.Faults.Add(RestFault.ServerError(), "POST", Messages, times: 4);
                    break;
                case "limit":
                    _discord.RateLimits.Set("POST", Messages, 5, TimeSpan.FromSeconds(2));
                    break;
                default:
                    _discord.Faults.Add(RestFault.RateLimit(fault["429 ".Length..], TimeSpan.FromSeconds(0.5)), "POST", Messages);
                    break;
            }
        }

        private async Task BreakGatewayAsync(string fault)
        {
            var gateway = _discord.Gateway;
            var isReplayed = fault is "reconnect" or "cut" or "close 4000" or "invalid true";
            gateway.LosesEvents = isReplayed;
            var lost = isReplayed ? await AskAsync() : null;
            gateway.LosesEvents = false;
            var resumes = gateway.Resumes;
            switch (fault)
            {
                case "reconnect":
                    gateway.AskToReconnect();
                    break;
                case "cut":
                    gateway.Cut();
                    break;
                case "invalid true" or "invalid false":
                    gateway.InvalidateSessions(fault == "invalid true");
                    break;
                case "resume refused":
                    gateway.AcceptsResume = false;
                    gateway.Cut();
                    await _discord.WaitUntilAsync(_ => gateway.Resumes > resumes, "the refused resume");
                    gateway.AcceptsResume = true;
                    break;
                case "large":
                    gateway.SendLarge();
                    break;
                case "silent":
                    gateway.AcknowledgesHeartbeats = false;
                    await _discord.WaitUntilAsync(_ => gateway.Resumes > resumes, "the resume after silence");
                    gateway.AcknowledgesHeartbeats = true;
                    break;
                default:
                    gateway.Close(int.Parse(fault["close ".Length..], System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }

            if (lost is not null)
            {
                Assert.Equal($"after {fault}", (await lost.ReplyAsync()).Text);
            }
        }
    }
}
