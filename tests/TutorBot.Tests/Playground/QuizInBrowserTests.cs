using Microsoft.Playwright;
using TutorBot.Playground;
using TutorBot.Settings;
using TutorBot.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace TutorBot.Tests.Playground;

/// <summary>A newcomer's first quiz, with the mouse only, and a restart in the middle.</summary>
public sealed class QuizInBrowserTests : IAsyncLifetime
{
    private static readonly LocatorAssertionsToContainTextOptions Soon = new() { Timeout = 20_000 };
    private readonly string _data = Directory.CreateTempSubdirectory("tutorbot").FullName;
    private readonly ShiftedTime _time = new();
    private readonly List<string> _errors = [];
    private Worker? _worker;
    private Uri _address = new("http://127.0.0.1:0");

    public Task InitializeAsync() => StartAsync();

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_data, recursive: true);
        Assert.DoesNotContain(_errors, error => !error.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task FirstQuiz_ByMouseAlone_RunsFromThePanelToTheBoard()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = ["--no-sandbox"] });
        var ada = await OpenAsync(browser, "ada");

        // The panel: every day, in two minutes, for two minutes.
        await ada.GetByRole(AriaRole.Button, new() { Name = "Set the daily quiz" }).First.ClickAsync();
        await ChooseAsync(ada, "Days", "every day");
        await ChooseAsync(ada, "Post at", "in 2 minutes");
        await ChooseAsync(ada, "Close at", "2 minutes after the post");
        await PressAsync(ada, "Start");
        await Expect(Last(ada)).ToContainTextAsync("It is running.");
        await ShootAsync(ada, "quiz-panel");

        _time.Advance(TimeSpan.FromMinutes(2));
        var round = Rounds(ada).First;
        await Expect(round).ToContainTextAsync("0 of 1 answered", new() { Timeout = 90_000 });

        // Three people with three stakes.
        await AnswerAsync(ada, "A", "Sure");
        var grace = await OpenAsync(browser, "grace");
        await AnswerAsync(grace, "B", "Guess");
        await Expect(grace.Locator("#messages")).ToContainTextAsync("You are new in general");
        var alan = await OpenAsync(browser, "alan");
        await AnswerAsync(alan, "A", null);
        _time.Advance(TimeSpan.FromSeconds(15));
        await Expect(round).ToContainTextAsync("3 of 3 answered", Soon);
        await ShootAsync(ada, "quiz-open");

        // A restart in the middle loses nothing.
        await StopAsync();
        await StartAsync();
        await Expect(ada.Locator("#status")).ToContainTextAsync("started anew", Soon);
        await Expect(round).ToContainTextAsync("3 of 3 answered", Soon);
        _time.Advance(TimeSpan.FromMinutes(2));
        await Expect(round).ToContainTextAsync("3 answers", Soon);
        await Expect(round).ToContainTextAsync("right");
        await Expect(round.GetByRole(AriaRole.Button, new() { Name = "A", Exact = true })).ToBeDisabledAsync();
        await ShootAsync(ada, "quiz-reveal");

        await round.GetByRole(AriaRole.Button, new() { Name = "My result" }).ClickAsync();
        await Expect(Last(ada)).ToContainTextAsync("You picked A as Sure");
        await ada.Locator("#line").FillAsync("/leaderboard");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(Last(ada).Locator("table.ranking tr.mine")).ToContainTextAsync("Ada (you)");
        await Expect(Last(ada).Locator("figure svg")).ToBeVisibleAsync();
        await ShootAsync(ada, "quiz-board");
        await ada.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ada.SetViewportSizeAsync(360, 740);
        await ShootAsync(ada, "quiz-board-dark-narrow");
    }

    [BrowserFact]
    public async Task TwoChannels_InTwoZones_ShowOneRoundEachAtItsOwnTimeAndCloseTogether()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = ["--no-sandbox"] });
        var general = await OpenAsync(browser, "ada");
        await general.GetByRole(AriaRole.Button, new() { Name = "Set the daily quiz" }).First.ClickAsync();
        await ChooseAsync(general, "Days", "every day");
        await PressAsync(general, "Start");
        await Expect(Last(general)).ToContainTextAsync("It is running.");
        var kathmandu = await OpenAsync(browser, "ada", "kathmandu");
        await kathmandu.Locator("#line").FillAsync("/schedule set");
        await kathmandu.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await PressAsync(kathmandu, "Post here too");
        await Expect(Last(kathmandu)).ToContainTextAsync("#kathmandu, by the clocks of Kathmandu");
        await Expect(Last(kathmandu)).ToContainTextAsync("#general, by the clocks of");
        await ShootAsync(kathmandu, "quiz-two-zones");

        // The day after tomorrow, half past nine there and half past nine here.
        var (there, here) = (HalfPastNine("kathmandu"), HalfPastNine("general"));
        var (first, second) = there < here ? (kathmandu, general) : (general, kathmandu);
        _time.Advance((there < here ? there : here) - _time.GetUtcNow() + TimeSpan.FromSeconds(5));
        await Expect(Rounds(first)).ToHaveCountAsync(1, new() { Timeout = 90_000 });
        await Expect(Rounds(second)).ToHaveCountAsync(0);
        _time.Advance((there < here ? here - there : there - here) + TimeSpan.FromSeconds(5));
        await Expect(Rounds(second)).ToHaveCountAsync(1, new() { Timeout = 90_000 });
        Assert.Equal(await KeyAsync(first), await KeyAsync(second));

        await AnswerAsync(first, "A", null);
        await AnswerAsync(second, "B", null);
        _time.Advance(TimeSpan.FromSeconds(15));
        await Expect(Rounds(first).First).ToContainTextAsync("1 of 1 answered", Soon);

        // Nothing is revealed before the later close.
        _time.Advance(TimeSpan.FromHours(7));
        await Expect(Rounds(first).First).ToContainTextAsync("closed", Soon);
        await Expect(Rounds(second).First).ToContainTextAsync("closed", Soon);
        await ShootAsync(kathmandu, "quiz-two-zones-reveal");
    }

    private DateTimeOffset HalfPastNine(string channel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById((PlaygroundRoom.Find(channel) ?? PlaygroundRoom.All[0]).Zone);
        var day = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime).AddDays(2);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(9, 30)), zone), TimeSpan.Zero);
    }

    /// <summary>The key that names the round, its question and its right option.</summary>
    private static async Task<string> KeyAsync(IPage page) => (await Rounds(page).First.InnerTextAsync()).Split("key ")[1][..16];

    private async Task StartAsync()
    {
        _worker = await Worker.StartAsync(
            new TutorSettings(Repository.PathOf("content/decks"), Repository.PathOf("content/models/tutor-minilm-l6-v1"), _data, true, _address, "") { MinimumWindowMinutes = 2 },
            TextWriter.Null,
            TextWriter.Null,
            CancellationToken.None,
            _time);
        _address = new Uri(_worker.Address);
    }

    private async Task StopAsync()
    {
        if (_worker is not null)
        {
            await _worker.DisposeAsync();
            _worker = null;
        }
    }

    private async Task<IPage> OpenAsync(IBrowser browser, string person, string channel = "general")
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1000, Height = 900 } });
        page.PageError += (_, error) => _errors.Add(error);
        await page.GotoAsync($"{_address}?person={person}&channel={channel}");
        return page;
    }

    private static async Task AnswerAsync(IPage page, string letter, string? stake)
    {
        await Rounds(page).First.GetByRole(AriaRole.Button, new() { Name = letter, Exact = true }).ClickAsync();
        await Expect(Last(page)).ToContainTextAsync($"You picked {letter}");
        if (stake is not null)
        {
            await PressAsync(page, stake);
            await Expect(Last(page)).ToContainTextAsync($"{stake} ✓");
        }
    }

    private static async Task ChooseAsync(IPage page, string menu, string option)
    {
        var (panel, before) = (await Last(page).GetAttributeAsync("data-id"), await Last(page).InnerTextAsync());
        var select = Last(page).Locator("label.menu", new() { HasText = menu }).Locator("select");
        var label = (await select.Locator("option").AllTextContentsAsync()).First(text => text.StartsWith(option, StringComparison.Ordinal));
        await select.SelectOptionAsync(new SelectOptionValue { Label = label });
        // The panel changes where it stands.
        await Expect(Last(page)).Not.ToHaveTextAsync(before, new() { UseInnerText = true });
        await Expect(Last(page)).ToHaveAttributeAsync("data-id", panel ?? "");
    }

    private static Task PressAsync(IPage page, string button) => Last(page).GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private static ILocator Last(IPage page) => page.Locator("#messages article.ephemeral").Last;

    private static ILocator Rounds(IPage page) => page.Locator("#messages article:not(.ephemeral)", new() { HasText = "Card of the day" });

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TUTORBOT_SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
