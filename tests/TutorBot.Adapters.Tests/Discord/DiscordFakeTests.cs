using System.Text.Json;
using TutorBot.Adapters.Tests.Daily;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>The rules of the fake that discord.js does not reach.</summary>
public sealed class DiscordFakeTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
    private FakeDiscord? _discord;
    private BareClient? _client;
    private FakeUser? _ada;

    private FakeDiscord Discord => _discord ?? throw new InvalidOperationException("Not started.");

    private BareClient Client => _client ?? throw new InvalidOperationException("Not started.");

    private FakeChannel General => Discord.Guilds[0].Channels[0];

    private FakeUser Ada => _ada ?? throw new InvalidOperationException("Not started.");

    private string Messages => $"/channels/{General.Id}/messages";

    public async Task InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(_time);
        _discord.AddGuild("School");
        _ada = _discord.AddUser("ada");
        _client = new BareClient(_discord);
    }

    public Task DisposeAsync() => Discord.DisposeAsync().AsTask();

    public void Dispose() => _client?.Dispose();

    [Theory]
    [InlineData(3.0, 204, 0)]
    [InlineData(3.1, 404, 10062)]
    public async Task Callback_AtAndAfterTheDeadline(double seconds, int status, int code)
    {
        var ask = await AskAsync();
        _time.Now += TimeSpan.FromSeconds(seconds);

        Assert.Equal((status, code), await Client.CodeAsync("POST", CallbackOf(ask), """{"type":4,"data":{"content":"hi"}}"""));
    }

    [Fact]
    public async Task Token_BeforeTheCallbackAndAfterItsLife_IsRefused()
    {
        var ask = await AskAsync();
        var original = $"/webhooks/{Discord.ApplicationId}/{ask.Token}/messages/@original";
        Assert.Equal((404, 10015), await Client.CodeAsync("GET", original));
        await Client.SendAsync("POST", CallbackOf(ask), """{"type":5,"data":{"flags":64}}""");
        Assert.True(ask.Original?.IsLoading);

        Assert.Equal((200, 0), await Client.CodeAsync("PATCH", original, """{"content":"done"}"""));
        Assert.Equal("done", (await ask.ReplyAsync()).Text);
        Assert.Single(Discord.EphemeralTo(Ada));
        Assert.Empty(General.Messages);
        _time.Now += TimeSpan.FromMinutes(16);
        Assert.Equal((401, 50027), await Client.CodeAsync("PATCH", original, """{"content":"late"}"""));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Callback_KindThatACommandDoesNotTake_IsRefused(int type) => Assert.Equal(
        (400, 50035), await Client.CodeAsync("POST", CallbackOf(await AskAsync()), $$$"""{"type":{{{type}}},"data":{"content":"hi"}}"""));

    [Theory]
    [InlineData("""{"content":""}""", 50006)]
    [InlineData("""{"content":"x","flags":32768,"components":[{"type":10,"content":"x"}]}""", 50035)]
    [InlineData("""{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"x"}]}]}""", 0)]
    [InlineData("""{"components":[{"type":10,"content":"x"}]}""", 50035)]
    [InlineData("""{"components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"x"},{"type":2,"style":1,"label":"b","custom_id":"x"}]}]}""", 50035)]
    [InlineData("""{"components":[{"type":1,"components":[{"type":3,"custom_id":"x","options":[]}]}]}""", 50035)]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", 50035)]
    [InlineData("""{"embeds":[{"image":{"url":"attachment://none.png"}}]}""", 50035)]
    [InlineData("""{"content":"x","nonce":"12345678901234567890123456"}""", 50035)]
    public async Task Message_ByTheLimits(string json, int code) => Assert.Equal(code, (await Client.CodeAsync("POST", Messages, json)).Code);

    [Theory]
    [InlineData(2000, 200)]
    [InlineData(2001, 400)]
    public async Task Message_LengthInCodePoints(int emojis, int status)
    {
        var json = JsonSerializer.Serialize(new { content = string.Concat(Enumerable.Repeat("😀", emojis)) });

        Assert.Equal(status, (await Client.SendAsync("POST", Messages, json)).Status);
    }

    [Fact]
    public async Task Request_TakenButNotAsTheSpecificationSays_IsAViolation()
    {
        Assert.Equal((200, 0), await Client.CodeAsync("POST", Messages, """{"content":"x","tts":false}"""));
        Assert.Empty(Discord.Violations);

        Assert.Equal((200, 0), await Client.CodeAsync("POST", Messages, """{"content":"x","tts":"no"}"""));

        Assert.StartsWith($"POST {Messages}: $.tts: is String, not ", Assert.Single(Discord.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonce_AnswerLostMessageDeletedTimeGone_IsDiscords()
    {
        const string Body = """{"content":"card","nonce":"c1","enforce_nonce":true,"allowed_mentions":{"parse":[]}}""";
        Discord.Faults.Add(RestFault.LostAnswer, "POST", "/channels/{channel_id}/messages");
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.SendAsync("POST", Messages, Body));
        var (_, again) = await Client.SendAsync("POST", Messages, Body);
        Assert.Equal(Assert.Single(General.Messages).Id, again.GetProperty("id").GetString());

        await Client.SendAsync("DELETE", $"{Messages}/{General.Messages[0].Id}");
        Assert.Equal((404, 10008), await Client.CodeAsync("POST", Messages, Body));
        _time.Now += TimeSpan.FromMinutes(6);
        Assert.Equal(200, (await Client.SendAsync("POST", Messages, Body)).Status);
        Assert.Equal([0, 200, 204, 404, 200], Discord.Requests.Select(request => request.Status));
        Assert.Equal(0, Discord.Requests[0].AllowedMentions?.GetProperty("parse").GetArrayLength());
    }

    [Fact]
    public async Task Edit_OfAnOldMessage_IsRefusedIfSwitchedOn()
    {
        var (_, sent) = await Client.SendAsync("POST", Messages, """{"content":"x"}""");
        var path = $"{Messages}/{sent.GetProperty("id").GetString()}";
        Discord.Faults.RefusesEditsOfOldMessages = true;
        Assert.Equal((200, 0), await Client.CodeAsync("PATCH", path, """{"content":"y"}"""));
        _time.Now += TimeSpan.FromMinutes(61);

        Assert.Equal((429, 30046), await Client.CodeAsync("PATCH", path, """{"content":"z"}"""));
        Assert.Equal(("y", 1), (General.Messages[0].Text, General.Messages[0].EditCount));
    }

    [Fact]
    public async Task Rights_EachRefusal_HasItsCode()
    {
        const string Body = """{"content":"x"}""";
        General.BotRights = DiscordRights.ViewChannel;
        Assert.Equal((403, 50013), await Client.CodeAsync("POST", Messages, Body));
        General.BotRights = 0;
        Assert.Equal((403, 50001), await Client.CodeAsync("POST", Messages, Body));
        Ada.AcceptsDirectMessages = false;
        Assert.Equal((403, 50007), await Client.CodeAsync("POST", $"/channels/{Ada.DirectMessages.Id}/messages", Body));
        var path = Messages;
        General.Delete();
        Assert.Equal((404, 10003), await Client.CodeAsync("POST", path, Body));
        Client.Headers.Authorization = null;
        Assert.Equal((401, 0), await Client.CodeAsync("POST", path, Body));
        Client.Headers.UserAgent.Clear();
        Assert.Equal((403, 40333), await Client.CodeAsync("POST", path, Body));
        Assert.Contains(Discord.Violations, violation => violation.Contains("User-Agent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RateLimits_SixthMessageIn5Seconds_Is429UntilTheWindowEnds()
    {
        for (var i = 0; i < 5; i++)
        {
            await Client.SendAsync("POST", Messages, """{"content":"x"}""");
        }

        var (status, body) = await Client.SendAsync("POST", Messages, """{"content":"x"}""");
        Assert.Equal((429, 5.0), (status, body.GetProperty("retry_after").GetDouble()));
        _time.Now += TimeSpan.FromSeconds(5);
        Assert.Equal(200, (await Client.SendAsync("POST", Messages, """{"content":"x"}""")).Status);
        Discord.Faults.Add(RestFault.CloudflareBan);
        var (banned, html) = await Client.SendAsync("GET", "/users/@me");
        Assert.Equal((429, JsonValueKind.Undefined), (banned, html.ValueKind));
    }

    [Fact]
    public async Task Commands_ThatBreakTheRules_AreRefusedWithTheirPath()
    {
        var (status, body) = await Client.SendAsync("PUT", $"/applications/{Discord.ApplicationId}/commands", """
            [{"name":"a","description":"d","options":[{"type":3,"name":"o","description":"d"},{"type":3,"name":"r","description":"d","required":true}]}]
            """);

        Assert.Equal(400, status);
        Assert.True(body.GetProperty("errors").GetProperty("0").GetProperty("options").TryGetProperty("1", out _));
        Assert.Empty(Discord.CommandsOf());
    }

    [Theory]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":99,"d":{}}""", 4001)]
    [InlineData("nonsense", 4002)]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":0,"properties":{"os":"","browser":"","device":""}}}""", 4004)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004)]
    public async Task Gateway_FirstMessageWrong_Closes(string message, int code)
    {
        await Client.ConnectAsync();
        await Client.TellAsync(message);

        Assert.Equal(code, await Client.CloseCodeAsync());
        Assert.NotEmpty(Discord.Violations);
    }

    [Fact]
    public async Task Gateway_WrongIntentsTwiceIdentifiedTooLong_EachHasItsCode()
    {
        await CloseWithAsync(4014, client => client.IdentifyAsync(1 << 15));
        await CloseWithAsync(4005, async client =>
        {
            await client.IdentifyAsync();
            await client.IdentifyAsync();
        });
        await CloseWithAsync(4002, client => client.TellAsync($$"""{"op":1,"d":null,"x":"{{new string('x', 4096)}}"}"""));
        await CloseWithAsync(4008, async client =>
        {
            for (var i = 0; i < 121; i++)
            {
                await client.TellAsync("""{"op":1,"d":null}""");
            }
        });
    }

    [Fact]
    public async Task Gateway_ZlibStream_SharesOneContext()
    {
        await Client.ConnectAsync("/?v=10&encoding=json&compress=zlib-stream");
        Assert.Equal(10, (await Client.HearAsync()).Frame.GetProperty("op").GetInt32());
        await Client.IdentifyAsync();
        Assert.Equal("READY", (await Client.HearAsync()).Frame.GetProperty("t").GetString());
        Assert.Equal("GUILD_CREATE", (await Client.HearAsync()).Frame.GetProperty("t").GetString());
    }

    [Fact]
    public async Task Gateway_SecondIdentifyWithin5Seconds_IsInvalidSession()
    {
        await Client.ConnectAsync();
        await Client.IdentifyAsync();
        await Discord.WaitUntilConnectedAsync();
        using var second = new BareClient(Discord);
        await second.ConnectAsync();
        await second.HearAsync();
        await second.IdentifyAsync();

        Assert.Equal(9, (await second.HearAsync()).Frame.GetProperty("op").GetInt32());
        Assert.Equal(999, Discord.Gateway.Remaining);
    }

    [Fact]
    public async Task Gateway_NoHeartbeat_Closes4009()
    {
        Discord.Gateway.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        await Client.ConnectAsync();
        await Client.IdentifyAsync();
        await Discord.WaitUntilConnectedAsync();
        _time.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(4009, await Client.CloseCodeAsync());
    }

    [Fact]
    public async Task Reply_BotSaysNothing_TimesOutWithTheReason()
    {
        Discord.Patience = TimeSpan.FromMilliseconds(300);
        var ask = await AskAsync();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => ask.ReplyAsync());

        Assert.Equal("Waited 0.3 s for the callback to /ask of ada.", error.Message);
    }

    private static string CallbackOf(FakeInteraction interaction) => $"/interactions/{interaction.Id}/{interaction.Token}/callback";

    private async Task<FakeInteraction> AskAsync()
    {
        await Client.ConnectAsync();
        await Client.IdentifyAsync();
        await Client.SendAsync("PUT", $"/applications/{Discord.ApplicationId}/commands", """[{"name":"ask","description":"Ask"}]""");
        return await Discord.CommandAsync(Ada, General, "ask");
    }

    private async Task CloseWithAsync(int code, Func<BareClient, Task> act)
    {
        using var client = new BareClient(Discord);
        await client.ConnectAsync();
        await act(client);
        Assert.Equal(code, await client.CloseCodeAsync());
    }
}
