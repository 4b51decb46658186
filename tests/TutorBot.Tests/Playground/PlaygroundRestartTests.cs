using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TutorBot.Tests.Playground;

/// <summary>A page that stays open while the program stops and starts; of a class of its own, as it stops the host.</summary>
public sealed class PlaygroundRestartTests(PlaygroundHost host) : IClassFixture<PlaygroundHost>
{
    private readonly List<string> _errors = [];

    [BrowserFact]
    public async Task Restart_OpenPage_StartsOverAndAnswersWithoutAReload()
    {
        var page = await host.OpenAsync(_errors);
        await SayAsync(page, "what is dropout?");
        await SayAsync(page, "what is padding?");
        await Expect(Messages(page)).ToHaveCountAsync(2);

        await host.StopAsync();
        await Expect(Notice(page)).ToContainTextAsync("The connection to TutorBot is lost.");
        await host.StartAsync();
        await Expect(Notice(page)).ToContainTextAsync("TutorBot was started anew", new() { Timeout = 15_000 });
        await Expect(Messages(page)).ToHaveCountAsync(0);
        await SayAsync(page, "#161");

        await Expect(Messages(page)).ToHaveCountAsync(1);
        await Expect(Messages(page)).ToContainTextAsync("Softmax (161)");
        await Expect(Notice(page)).ToHaveClassAsync("hidden");
        Assert.DoesNotContain(_errors, error => !error.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Send_WhileStopped_KeepsTheTextAndSendsItOnTheSecondTry()
    {
        var page = await host.OpenAsync(_errors, "/?person=grace");
        await host.StopAsync();
        await Expect(Notice(page)).ToContainTextAsync("The connection to TutorBot is lost.");

        await page.Locator("#line").PressSequentiallyAsync("/card soft");
        await page.Locator("#line").FillAsync("what is softmax?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(Notice(page)).ToContainTextAsync("TutorBot does not answer. Is it still running? Your text is still in the box.");
        await Expect(page.Locator("#line")).ToHaveValueAsync("what is softmax?");
        if (Environment.GetEnvironmentVariable("TUTORBOT_SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "playground-lost.png") });
        }

        await host.StartAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(Messages(page)).ToContainTextAsync("Softmax (161)");
        await Expect(page.Locator("#line")).ToHaveValueAsync("");
        Assert.DoesNotContain(_errors, error => !error.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    private static ILocator Messages(IPage page) => page.Locator("#messages article[data-id]");

    private static ILocator Notice(IPage page) => page.Locator("#status");

    private static async Task SayAsync(IPage page, string line)
    {
        await page.Locator("#line").FillAsync(line);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }
}
