using FsCheck.Xunit;
using Markdig;
using TutorBot.Core.Chat;

namespace TutorBot.Core.Tests.Chat;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("Cats & Dogs", "Cats & Dogs")]
    [InlineData("a &amp; b", "a \\&amp; b")]
    [InlineData("**bold** <b> [x](y)", "\\*\\*bold\\*\\* \\<b\\> \\[x\\](y)")]
    [InlineData("1. no list", "1\\. no list")]
    [InlineData("- no list", "\\- no list")]
    [InlineData(" - no list", " \\- no list")]
    [InlineData("\u00012) no list", "2\\) no list")]
    [InlineData("\n    no code", " no code")]
    [InlineData(" · goes on", " · goes on")]
    public void Plain_Markup_IsEscaped(string text, string expected) => Assert.Equal(expected, MarkdownText.Plain(text).Source);

    [Property]
    public void Plain_AnyText_IsShownLetterByLetter(string? text)
    {
        var plain = new string([.. (text ?? "").Where(c => c is >= ' ' and < (char)127)]);

        var shown = Markdown.ToPlainText(MarkdownText.Plain(plain).Source, new MarkdownPipelineBuilder().UsePipeTables().Build());

        Assert.Equal(plain.Trim(), shown.Trim());
    }
}
