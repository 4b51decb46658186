using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Xunit;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Discord.Rendering;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>Whatever a reply holds: Discord takes the message, nobody is mentioned, and text is shown letter by letter.</summary>
public sealed partial class DiscordRendererProperties
{
    private const string Mark = "cabcdefgh";

    [Property(MaxTest = 1000)]
    public void Render_AnyReply_IsWithinDiscordsLimitsAndAsItsSpecificationSays(DoNotSize<int> seed) =>
        AssertDiscordTakes(DiscordRenderer.Render(new RandomReplies(seed.Item).Blocks(), Mark));

    [Fact]
    public void Render_FieldsWithoutVisibleNames_IsAMessageThatDiscordTakes() =>
        AssertDiscordTakes(DiscordRenderer.Render([new Fields([new Field(MarkdownText.Plain("\u2028"), MarkdownText.Plain(" \t")), new Field(default, default)], true)]));

    [Fact]
    public void Render_FieldsThatLeaveNoRoomForALongName_IsAMessageThatDiscordTakes()
    {
        var (name, value) = (MarkdownText.Plain(new string('n', 256)), MarkdownText.Plain(new string('v', 1100)));

        for (var before = 600; before < 900; before += 10)
        {
            AssertDiscordTakes(DiscordRenderer.Render([new Paragraph(MarkdownText.Plain(new string('p', before))), new Fields([.. Enumerable.Repeat(new Field(name, value), 6)], true)]));
        }
    }

    [Property(MaxTest = 500)]
    public void Render_AnyReply_HasButtonsThatCarryTheirCommandsAndNameTheirMessage(DoNotSize<int> seed)
    {
        var blocks = new RandomReplies(seed.Item).Blocks();
        var known = blocks.OfType<Choices>().SelectMany(choices => choices.Buttons).Select(button => CommandCodec.Encode(button.Command)).ToList();

        foreach (var component in DiscordRenderer.Render(blocks, Mark).Components.SelectMany(row => row?["components"]?.AsArray() ?? []))
        {
            var id = component?["custom_id"]?.GetValue<string>() ?? "";
            if (component?["options"] is JsonArray options)
            {
                Assert.Null(DiscordCustomId.Decode(id));
                Assert.All(options.Where(option => option?["value"]?.GetValue<string>() != "…"), option => Assert.Contains(DiscordCustomId.Decode(option?["value"]?.GetValue<string>() ?? ""), known));
            }
            else
            {
                Assert.Contains(DiscordCustomId.Decode(id), known);
            }

            Assert.True(DiscordCustomId.MarkOf(id) == Mark || id.Length > DiscordCustomId.GreatestLength - Mark.Length - 4);
        }
    }

    [Property(MaxTest = 1000)]
    public void Plain_AnyText_IsShownLetterByLetterAndMentionsNobody(DoNotSize<int> seed)
    {
        var text = new RandomReplies(seed.Item).Text(30);

        var rendered = DiscordMarkdown.Of(MarkdownText.Plain(text));

        // Control characters go first: halves of a letter around one become a letter.
        var visible = string.Concat(text.Where(c => c is '\r' or '\n' or '\t' || !char.IsControl(c)));
        Assert.Equal(Letters(DiscordMarkdown.Clean(visible).Replace("\u200B", "", StringComparison.Ordinal)), Letters(Unescaped(rendered)));
        Assert.DoesNotMatch(Mention(), rendered);
    }

    [Theory]
    [InlineData("**bold** and *slanted* and `code`", "**bold** and *slanted* and `code`")]
    [InlineData("see [the paper](https://arxiv.org/abs/1)", "see [the paper](<https://arxiv.org/abs/1>)")]
    [InlineData("see [this](javascript:alert(1))", "see this")]
    [InlineData("![a picture](https://x.y/z.png)", "a picture")]
    [InlineData("<b>no</b> markup of HTML", "\\<b\\>no\\</b\\> markup of HTML")]
    [InlineData("- one\n- two\n  - three", "- one\n- two\n  - three")]
    [InlineData("1. one\n2. two", "1. one\n2. two")]
    [InlineData("> quoted\n> twice", "> quoted twice")]
    [InlineData("```\nx = 1\n```", "```\nx = 1\n```")]
    [InlineData("| a | bb |\n|---|---|\n| 1 | 2 |", "```\na  bb\n1  2\n```")]
    [InlineData("## Heading", "**Heading**")]
    [InlineData("2 \\* 3", "2 \\* 3")]
    public void Of_AuthoredMarkdown_IsDiscords(string markdown, string expected) => Assert.Equal(expected, DiscordMarkdown.Of(MarkdownText.Authored(markdown)));

    [Fact]
    public void Of_TimesAndChannels_AreShownByDiscordItself()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_795_000_000);

        Assert.Equal("<t:1795000000:t>", DiscordMarkdown.Of(MarkdownText.Time(at, TimeZoneInfo.Utc)));
        Assert.Equal("<t:1795000000:f>", DiscordMarkdown.Of(MarkdownText.Time(at, TimeZoneInfo.Utc, "ddd d MMM HH:mm")));
        Assert.Equal("<#123>", DiscordMarkdown.Of(MarkdownText.Channel(new ChannelRef("discord", "1", "123"))));
    }

    [Fact]
    public void Render_MoreThanAMessageHolds_IsCutAtAWordAndSaysSo()
    {
        var body = DiscordRenderer.Render([new Paragraph(MarkdownText.Plain(string.Join(' ', Enumerable.Repeat("regularization", 1000))))]).AsNew(0);

        var text = body["embeds"]?[0]?["description"]?.GetValue<string>() ?? "";
        Assert.Contains("regularization…\n-# … there is more", text, StringComparison.Ordinal);
    }

    private static void AssertDiscordTakes(DiscordMessage message)
    {
        foreach (var body in (JsonObject[])[message.AsNew(64), message.AsEdit()])
        {
            var errors = new FormErrors();
            new MessageRules(errors, "").Check(JsonNode.Parse(body.ToJsonString())?.AsObject() ?? [], [.. message.Files.Select((file, i) => new FakeFile(i, file.Name, file.MediaType, file.Content))], null);
            Assert.False(errors.Any, $"{errors}");
            Assert.Equal("""{"parse":[]}""", body["allowed_mentions"]?.ToJsonString());
        }

        Assert.Empty(DescribedRequest.AllOf(message).SelectMany(request => request.Mistakes()));
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Unescaped(string rendered)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rendered.Length; i++)
        {
            if (rendered[i] == '\\' && i + 1 < rendered.Length)
            {
                i++;
            }

            text.Append(rendered[i]);
        }

        return text.ToString().Replace("\u200B", "", StringComparison.Ordinal);
    }

    /// <summary>What Discord would read as a mention, a command, an emoji or a time.</summary>
    [GeneratedRegex(@"(?<!\\)<(?:[@#:/]|t:)|@everyone|@here")]
    private static partial Regex Mention();
}
