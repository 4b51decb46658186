using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Xunit;
using TutorBot.Core.Cards;
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
        Assert.All(Pages(new RandomReplies(seed.Item).Blocks()), AssertDiscordTakes);

    [Fact]
    public void Render_FieldsWithoutVisibleNames_IsAMessageThatDiscordTakes() =>
        AssertDiscordTakes(DiscordRenderer.Render([new Fields([new Field(MarkdownText.Plain("\u2028"), MarkdownText.Plain(" \t")), new Field(default, default)], true)]));

    [Fact]
    public void Render_FieldsThatLeaveNoRoomForALongName_AreMessagesThatDiscordTakes()
    {
        var (name, value) = (MarkdownText.Plain(new string('n', 256)), MarkdownText.Plain(new string('v', 1000)));

        for (var before = 600; before < 900; before += 10)
        {
            Assert.All(Pages([new Paragraph(MarkdownText.Plain(new string('p', before))), new Fields([.. Enumerable.Repeat(new Field(name, value), 6)], true)]), AssertDiscordTakes);
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

        Assert.Equal(Letters(Visible(text)), Letters(Unescaped(rendered)));
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

        Assert.Equal("<t:1795000000:t> (<t:1795000000:R>)", DiscordMarkdown.Of(MarkdownText.Time(at, TimeZoneInfo.Utc, note: "in 3 h")));
        Assert.Equal("<t:1795000000:f> (<t:1795000000:R>)", DiscordMarkdown.Of(MarkdownText.Time(at, TimeZoneInfo.Utc, "ddd d MMM HH:mm")));
        Assert.Equal("<#123>", DiscordMarkdown.Of(MarkdownText.Channel(new ChannelRef("discord", "1", "123"))));
    }

    [Fact]
    public void Render_MoreThanAMessageHoldsOfWhatCannotBeShownAgain_IsCutAtAWordAndSaysSo()
    {
        var body = DiscordRenderer.Render([new Paragraph(MarkdownText.Plain(string.Join(' ', Enumerable.Repeat("regularization", 1000))))]).AsNew(0);

        var text = body["embeds"]?[0]?["description"]?.GetValue<string>() ?? "";
        Assert.Contains("regularization…\n-# … there is more", text, StringComparison.Ordinal);
    }

    [Property(MaxTest = 300)]
    public void Render_TextOfAnyLength_IsWholeOverItsPages(DoNotSize<int> seed)
    {
        var text = new RandomReplies(seed.Item).Text(4000);

        var pages = Pages([new Paragraph(MarkdownText.Plain(text))]);

        var shown = string.Concat(pages.Select(page => page.Embeds[0]?["description"]?.GetValue<string>() ?? ""));
        Assert.Equal(Letters(Visible(text)).Replace("…", "", StringComparison.Ordinal), Letters(Unescaped(shown)).Replace("…", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#")]
    [InlineData("-#")]
    [InlineData("-")]
    [InlineData("1.")]
    public void Render_SignsOfLinesAcrossPages_BeginNothing(string sign)
    {
        var pages = Pages([new Paragraph(MarkdownText.Plain("a " + string.Join(' ', Enumerable.Repeat(sign, 4000))))]).Select(Description).ToList();

        Assert.True(pages.Count > 1);
        Assert.All(pages.Skip(1), page => Assert.Matches(@"^(\\|1\\)", page));
    }

    [Fact]
    public void Render_MarkupAcrossPages_IsClosedAndOpenedAgain()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 1500));

        var bold = Pages([new Paragraph(MarkdownText.Authored($"**{words} *slanted {words}* end**"), Tone.Quote)]).Select(Description).ToList();
        var code = Pages([new Paragraph(MarkdownText.Authored($"```\n{words.Replace(' ', '\n')}\n```"))]).Select(Description).ToList();

        Assert.Equal(4, bold.Count);
        Assert.StartsWith("> **word", bold[0], StringComparison.Ordinal);
        Assert.EndsWith("word**…", bold[0], StringComparison.Ordinal);
        Assert.StartsWith("> **word", bold[1], StringComparison.Ordinal);
        Assert.EndsWith("word***…", bold[1], StringComparison.Ordinal);
        Assert.StartsWith("> ***word", bold[2], StringComparison.Ordinal);
        Assert.EndsWith("word* end**", bold[3], StringComparison.Ordinal);
        Assert.True(code.Count > 1);
        Assert.All(code, page => Assert.Matches("(?s)^```\n.*\n```$", page));
    }

    [Fact]
    public void Render_ReplyWithAWay_HasAButtonToTheRest()
    {
        var again = new ShowCard(CardId.Numbered("deep-learning", 166));
        var message = DiscordRenderer.Render([new Paragraph(MarkdownText.Plain(string.Join(' ', Enumerable.Repeat("regularization", 1000))))], "", new Page(1, again, null));

        var button = message.Components[0]?["components"]?[0];

        Assert.Equal("The rest (2 of 4)", button?["label"]?.GetValue<string>());
        var (command, page) = DiscordCustomId.PageOf(DiscordCustomId.Decode(button?["custom_id"]?.GetValue<string>() ?? "") ?? "");
        Assert.Equal((CommandCodec.Encode(again), 2), (command, page));
    }

    private static string Description(DiscordMessage message) => message.Embeds[0]?["description"]?.GetValue<string>() ?? "";

    /// <summary>All pages of something that a card's button shows again.</summary>
    private static List<DiscordMessage> Pages(IReadOnlyList<Block> blocks)
    {
        var pages = new List<DiscordMessage>();
        do
        {
            pages.Add(DiscordRenderer.Render(blocks, Mark, new Page(pages.Count + 1, new ShowCard(CardId.Numbered("deck", 1)), null)));
        }
        while (pages[^1].Components is [{ } row, ..] && row["components"]?[0]?["label"]?.GetValue<string>().StartsWith("The rest (", StringComparison.Ordinal) == true);

        return pages;
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

    /// <summary>Control characters go first: halves of a letter around one become a letter.</summary>
    private static string Visible(string text) =>
        DiscordMarkdown.Clean(string.Concat(text.Where(c => c is '\r' or '\n' or '\t' || !char.IsControl(c)))).Replace("\u200B", "", StringComparison.Ordinal);

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
