using Spectre.Console;

namespace TutorBot.Tests.Cli;

public sealed class LongWorkTests
{
    [Fact]
    public async Task Draw_OnATerminal_ShowsABarAndGivesTheResult()
    {
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 80;

        var result = await LongWork.DrawAsync(console, "indexed", 50, progress =>
        {
            progress.Report(50);
            return Task.FromResult("done");
        });

        Assert.Equal("done", result);
        Assert.Contains("indexed 50 of 50", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("━━━", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NotOnATerminal_DrawsNoBar()
    {
        await using var errors = new StringWriter();

        Assert.Equal(7, await LongWork.RunAsync("indexed", 50, errors, progress =>
        {
            progress.Report(50);
            return Task.FromResult(7);
        }));

        Assert.Equal("", errors.ToString());
    }

    [Theory]
    [InlineData(50, "indexed 7 of 50")]
    [InlineData(null, "indexed 7")]
    public void Text_TotalOrNone_IsShown(int? total, string expected) => Assert.Equal(expected, LineProgress.Text("indexed", 7, total));
}
