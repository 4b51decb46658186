using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TutorBot.Tests.Playground;

public sealed class PlaygroundInBrowserTests(PlaygroundHost host) : IClassFixture<PlaygroundHost>, IAsyncLifetime
{
    private readonly List<string> _errors = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Assert.Empty(_errors);
        return Task.CompletedTask;
    }

    [BrowserFact]
    public async Task Ask_Question_ShowsThePrivateAnswerWithItsSource()
    {
        var page = await host.OpenAsync(_errors);

        await SayAsync(page, "what is dropout?");

        var reply = Last(page);
        await Expect(reply).ToContainTextAsync("Dropout (166)");
        await Expect(reply.Locator("blockquote")).ToHaveTextAsync("what is dropout?");
        await Expect(reply).ToContainTextAsync("Source: 166 Dropout · Deep Learning & Neural Networks");
        await Expect(reply).ToContainTextAsync("Only you can see this");
        await Expect(reply.Locator("time")).Not.ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task Compare_TwoCards_StandSideBySide()
    {
        var page = await host.OpenAsync(_errors);

        await SayAsync(page, "/compare \"batch norm\" \"layer norm\"");

        var sides = Last(page).Locator(".fields.side").First.Locator("section");
        await Expect(sides).ToHaveCountAsync(2);
        await Expect(sides.Nth(0)).ToContainTextAsync("Batch Normalization (167)");
        await Expect(sides.Nth(1)).ToContainTextAsync("Layer Normalization (168)");
        var (left, right) = (await sides.Nth(0).BoundingBoxAsync(), await sides.Nth(1).BoundingBoxAsync());
        Assert.True(left?.X < right?.X && left?.Y == right?.Y);
    }

    [BrowserFact]
    public async Task Ask_UncoveredQuestion_DeclinesWithoutSource()
    {
        var page = await host.OpenAsync(_errors);

        await SayAsync(page, "what's the capital of Mongolia?");

        await Expect(Last(page)).ToContainTextAsync("Nothing in Deep Learning & Neural Networks covers this.");
        await Expect(Last(page)).Not.ToContainTextAsync("Source");
    }

    [BrowserFact]
    public async Task Ask_Number_ShowsTheWholeCard()
    {
        var page = await host.OpenAsync(_errors);

        await SayAsync(page, "#161");

        await Expect(Last(page)).ToContainTextAsync("Softmax (161)");
        await Expect(Last(page)).ToContainTextAsync("Quick tip");
    }

    [BrowserFact]
    public async Task Quiz_TypedQuestion_IsAnsweredInAFieldThatEscapeTakesBack()
    {
        var page = await host.OpenAsync(_errors);
        await SayAsync(page, "/quiz form:typed");
        var button = Last(page).GetByRole(AriaRole.Button, new() { Name = "Type your answer" });

        await button.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await button.ClickAsync();
        await page.Keyboard.TypeAsync("nothing like it");
        await page.Keyboard.PressAsync("Enter");

        await Expect(Last(page)).ToContainTextAsync("Not right.");
    }

    [BrowserFact]
    public async Task Type_SlashAndLetters_CompletesWithTheKeyboardAlone()
    {
        var page = await host.OpenAsync(_errors);
        var line = page.Locator("#line");

        await line.PressSequentiallyAsync("/car");
        await Expect(page.Locator("#completions [role=option]")).ToHaveCountAsync(1);
        await line.PressAsync("Tab");
        await line.PressSequentiallyAsync("soft");
        await Expect(page.Locator("#completions [role=option]")).ToHaveCountAsync(1);
        await Expect(page.Locator("#completions [role=option]")).ToContainTextAsync("Softmax");
        await line.PressAsync("ArrowDown");
        await Expect(page.Locator("#completions [role=option]")).ToHaveAttributeAsync("aria-selected", "true");
        await line.PressAsync("Enter");
        await Expect(line).ToHaveValueAsync("/card Softmax");
        await line.PressAsync("Escape");
        await line.PressAsync("Enter");

        await Expect(Last(page)).ToContainTextAsync("Softmax (161)");
    }

    [BrowserFact]
    public async Task Share_PrivateAnswer_IsSeenByTheOtherPersonAlone()
    {
        var ada = await host.OpenAsync(_errors, "/?person=ada");
        var grace = await host.OpenAsync(_errors, "/?person=grace");

        await SayAsync(ada, "what is a bottleneck layer?");
        await Expect(Last(ada)).ToContainTextAsync("Bottleneck Layer (191)");
        Assert.Equal(0, await grace.GetByText("bottleneck layer?").CountAsync());
        await Last(ada).GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();

        await Expect(Last(grace)).ToContainTextAsync("Ada shared:");
        await Expect(Last(grace)).ToContainTextAsync("Bottleneck Layer (191)");
        await Expect(Last(grace)).Not.ToContainTextAsync("Only you can see this");
    }

    [BrowserFact]
    public async Task Share_PressedTwice_PostsOnceAndSaysSo()
    {
        var ada = await host.OpenAsync(_errors, "/?person=ada");
        var grace = await host.OpenAsync(_errors, "/?person=grace");
        await SayAsync(ada, "what is a residual connection?");
        var answer = Last(ada);
        await Expect(answer).ToContainTextAsync("what is a residual connection?");
        var shared = grace.Locator("#messages article").Filter(new() { HasText = "Ada shared:" });
        var before = await shared.CountAsync();
        var share = ada.Locator($"[data-id=\"{await answer.GetAttributeAsync("data-id")}\"]").GetByRole(AriaRole.Button, new() { Name = "Share" });

        await share.DblClickAsync();

        await Expect(Last(ada)).ToContainTextAsync("This answer is already shared with the channel.");
        await Expect(Last(ada)).ToContainTextAsync("Only you can see this");
        await Expect(shared).ToHaveCountAsync(before + 1);
    }

    [BrowserFact]
    public async Task Ask_Script_IsShownAndNotRun()
    {
        var page = await host.OpenAsync(_errors);

        await SayAsync(page, "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>");

        await Expect(Last(page).Locator("blockquote")).ToContainTextAsync("<script>");
        Assert.Equal(0, await page.Locator("#messages img, #messages script").CountAsync());
        await Expect(page).ToHaveTitleAsync("TutorBot playground");
    }

    [BrowserFact]
    public async Task Reload_Page_ShowsTheChannelAgain()
    {
        var page = await host.OpenAsync(_errors, "/?person=katherine");
        await SayAsync(page, "what is padding?");
        await Expect(Last(page)).ToContainTextAsync("Padding (173)");

        await page.ReloadAsync();

        await Expect(Last(page)).ToContainTextAsync("Padding (173)");
    }

    [BrowserFact]
    public async Task Save_Deck_ChangesTheAnswer()
    {
        var page = await host.OpenAsync(_errors, "/?person=alan");
        await File.WriteAllTextAsync(
            Path.Combine(host.Decks, "birds.md"), "# Birds\n\n## 1. Wren\n🟦 **What is a wren?**\n\n🟩 **Definition**\nA very small brown bird.\n");

        await EventuallyAsync(async () =>
        {
            await SayAsync(page, "what is a wren?");
            await Expect(Last(page)).ToContainTextAsync("A very small brown bird.", new() { Timeout = 500 });
            Assert.Contains("decks reloaded: 2 decks, 51 cards", host.Errors, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("reloaded", host.Output, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Look_NarrowAndDark_FitsAndIsReadable()
    {
        var page = await host.OpenAsync(_errors, "", ColorScheme.Dark, width: 360, height: 740);

        await SayAsync(page, "LSTM vs GRU");
        await Expect(Last(page)).ToContainTextAsync("GRU");

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal("rgb(28, 30, 35)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.Locator("#theme").ClickAsync();
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    private static ILocator Last(IPage page) => page.Locator("#messages article").Last;

    private static async Task SayAsync(IPage page, string line)
    {
        await page.Locator("#line").FillAsync(line);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    /// <summary>Tries again until it holds, for what happens in its own time; at most twenty times.</summary>
    private static async Task EventuallyAsync(Func<Task> attempt)
    {
        for (var left = 20; ; left--)
        {
            try
            {
                await attempt();
                return;
            }
            catch (Exception e) when (left > 0 && e is PlaywrightException or Xunit.Sdk.XunitException)
            {
                continue;
            }
        }
    }
}
