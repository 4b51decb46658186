using Microsoft.Playwright;
using TutorBot.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace TutorBot.Tests.Playground;

/// <summary>Makes the README's picture when TUTORBOT_SCREENSHOTS names a folder (docs/make-screenshots.sh); else checks that it is there.</summary>
public sealed class ScreenshotTests(PlaygroundHost host) : IClassFixture<PlaygroundHost>
{
    [BrowserFact]
    public async Task Readme_Picture_ShowsTheRealPage()
    {
        var folder = Environment.GetEnvironmentVariable("TUTORBOT_SCREENSHOTS");
        var errors = new List<string>();
        foreach (var (name, colors, width, height) in ((string, ColorScheme, int, int)[])
            [("playground", ColorScheme.Light, 1100, 900), ("playground-dark", ColorScheme.Dark, 1100, 900), ("playground-narrow", ColorScheme.Light, 360, 740)])
        {
            await TakeAsync(folder, name, await host.OpenAsync(errors, $"/?person={(name.EndsWith("narrow", StringComparison.Ordinal) ? "grace" : "ada")}", colors, width, height));
        }

        Assert.Empty(errors);
        Assert.True(File.Exists(Repository.PathOf("docs/playground.png")));
    }

    private static async Task TakeAsync(string? folder, string name, IPage page)
    {
        foreach (var line in (string[])["how is batch norm different from layer norm?", "vanising gradient", "what loss do I use when classes are skewed"])
        {
            var before = await page.Locator("#messages article").CountAsync();
            await page.Locator("#line").FillAsync(line);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await Expect(page.Locator("#messages article")).ToHaveCountAsync(before + 1);
        }

        await page.Locator("#line").FillAsync("/");
        await page.Locator("#line").PressSequentiallyAsync("c");
        await Expect(page.Locator("#completions [role=option]").First).ToBeVisibleAsync();
        if (folder is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
