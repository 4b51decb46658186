using System.Text;
using FsCheck.Xunit;
using TutorBot.Core.Cards;
using TutorBot.TestSupport;

namespace TutorBot.Core.Tests.Cards;

public sealed class MarkdownDeckFormatTests
{
    private const string TwoCards = """
        # Section 1: Small Things

        ## 1. Atom
        🟦 **What is an atom?**

        🟩 **Definition**
        A small thing.

        🟨 **How It Works / Example**
        It spins.

        🟪 **Quick Tip**
        Tiny.

        ---

        ## 2. Quark
        🟩 **Definition**
        Smaller.
        """;

    [Fact]
    public void Parse_ShippedDeck_IsTheAuthorsTextWithAliasesAndMixUpsOnly()
    {
        var shipped = File.ReadAllText(Repository.PathOf("content/decks/deep-learning.md"));
        var author = File.ReadAllText(Repository.PathOf("tests/data/decks/deep-learning.md"));

        Assert.Equal(author, string.Concat(shipped.Split('\n', StringSplitOptions.None)
            .Where(line => !line.StartsWith("Aliases:", StringComparison.Ordinal) && !line.StartsWith("Confused with:", StringComparison.Ordinal))
            .Select(line => line + "\n"))[..^1]);

        var parsed = MarkdownDeckFormat.Parse("deep-learning.md", Encoding.UTF8.GetBytes(shipped));
        Assert.Empty(parsed.Problems);
        Assert.Equal(Enumerable.Range(151, 50), parsed.Deck?.Cards.Select(card => card.Id.Number ?? 0));
        Assert.All(parsed.Deck?.Cards ?? [], card => Assert.True(card is { Question: not null, HowItWorks: not null, QuickTip: not null }));
        Assert.Equal("Deep Learning & Neural Networks", parsed.Deck?.Title);
    }

    [Fact]
    public void Parse_TextDecodedAsJohab_GivesTheSameDeckAndOneWarning()
    {
        var right = MarkdownDeckFormat.Parse("d.md", File.ReadAllBytes(Repository.PathOf("tests/data/decks/deep-learning.md")));
        var received = MarkdownDeckFormat.Parse("d.md", File.ReadAllBytes(Repository.PathOf("tests/data/decks/deep-learning.as-received.txt")));

        var problem = Assert.Single(received.Problems);
        Assert.False(problem.IsError);
        Assert.Contains("1361", problem.What, StringComparison.Ordinal);
        AssertSame(right.Deck, received.Deck);
    }

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    public void Parse_LineEndsAndByteOrderMark_MakeNoDifference(string lineEnd, bool hasMark)
    {
        var text = (hasMark ? "\uFEFF" : "") + TwoCards.ReplaceLineEndings(lineEnd);

        AssertSame(Parse(TwoCards).Deck, Parse(text).Deck);
    }

    [Fact]
    public void Parse_WithoutEmoji_MakesNoDifference() => AssertSame(
        Parse(TwoCards).Deck,
        Parse(TwoCards.Replace("🟦 ", "", StringComparison.Ordinal).Replace("🟩 ", "", StringComparison.Ordinal)
            .Replace("🟨 ", "", StringComparison.Ordinal).Replace("🟪 ", "", StringComparison.Ordinal)).Deck);

    [Fact]
    public void Parse_MissingDefinition_IsNamedWithLineAndHidesNoGoodCard()
    {
        var parsed = Parse("# D\n\n## 1. Good\n**Definition**\nYes.\n\n## 155. ReLU\n🟦 **What?**\n\n**Quick Tip**\nTip.\n");

        Assert.Equal("Good", Assert.Single(parsed.Deck?.Cards ?? []).Title);
        Assert.Equal(
            "d.md(7): card 155 has no Definition. Add a line \"🟩 **Definition**\" and the text below it.",
            Assert.Single(parsed.Problems).ToString());
    }

    [Fact]
    public void Parse_SeveralMistakes_AreAllReported()
    {
        var parsed = Parse("## 1. A\n**Definition**\nx\n\n## 1. B\n**Definition**\ny\n\n## 2. C\n\n## 3. D\n**Definition**\nz\n\n**Quick Tip**\n\n## 4.\n");

        Assert.Equal(["d.md(5)", "d.md(9)", "d.md(15)", "d.md(17)"], parsed.Problems.Select(problem => problem.ToString().Split(':')[0]));
        Assert.Equal([1, 3], parsed.Deck?.Cards.Select(card => card.Id.Number ?? 0));
    }

    [Theory]
    [InlineData("```\ncode")]
    [InlineData("~~~~python\n# a comment")]
    [InlineData("```\n```\n\n```\ncode\n\n")]
    public void Parse_CodeWithoutItsEnd_EndsAtTheNextCardAndIsNamed(string code)
    {
        var parsed = Parse($"# D\n\n## 1. A\n**Definition**\n{code}\n\n## 2. B\n**Definition**\ny\n\n## C\n**Definition**\n```\nz\n```\n");

        Assert.Equal(["A", "B", "C"], parsed.Deck?.Cards.Select(card => card.Title));
        Assert.Equal("```\nz\n```", parsed.Deck?.Cards[2].Definition);
        var problem = Assert.Single(parsed.Problems);
        Assert.Equal(code.StartsWith("```\n```", StringComparison.Ordinal) ? 8 : 5, problem.Line);
        Assert.Contains("has no end", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_CodeWithoutItsEndInTheLastCard_IsNamed() =>
        Assert.Equal(3, Assert.Single(Parse("## 1. A\n**Definition**\n```\ncode").Problems).Line);

    [Fact]
    public void Parse_TwoBlocksOfCodeWithoutEnd_HideNoCardSilently()
    {
        // To Markdown the second fence ends the first block, with card 2's heading in it.
        var parsed = Parse("## 1. A\n**Definition**\n```\nx\n\n## 2. B\n**Definition**\n```\ny\n");

        Assert.Contains("the heading of a card", Assert.Single(parsed.Problems).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.", "d.md(5): card 5 has no name. ")]
    [InlineData("5)", "d.md(5): card 5 has no name. ")]
    [InlineData("99999999999999999999. Big", "d.md(5): card \"Big\" has the number 99999999999999999999, which is too large. ")]
    [InlineData("9999999999. Big", "d.md(5): card \"Big\" has the number 9999999999, which is too large. ")]
    public void Parse_WrongHeading_IsAnErrorAndHidesNoGoodCard(string heading, string problem)
    {
        var parsed = Parse($"## 1. A\n**Definition**\nx\n\n## {heading}\n**Definition**\ny\n\n## 6. C\n**Definition**\nz\n");

        Assert.Equal(["A", "C"], parsed.Deck?.Cards.Select(card => card.Title));
        Assert.StartsWith(problem, Assert.Single(parsed.Problems).ToString(), StringComparison.Ordinal);
        Assert.True(parsed.Problems[0].IsError);
    }

    [Fact]
    public void Parse_NumberInOtherDigits_IsPartOfTheName() =>
        Assert.Equal("٧. A", Assert.Single(Parse("## ٧. A\n**Definition**\nx").Deck?.Cards ?? []).Title);

    [Theory]
    [InlineData("2. Atom")]
    [InlineData("ATOM")]
    public void Parse_TwoCardsWithOneName_KeepsBothAndWarns(string second)
    {
        var parsed = Parse($"## 1. Atom\n**Definition**\nx\n\n## {second}\n**Definition**\ny\n");

        Assert.Equal(2, parsed.Deck?.Cards.Count);
        var problem = Assert.Single(parsed.Problems);
        Assert.Equal((5, false), (problem.Line, problem.IsError));
        Assert.Contains("has the name of the card in line 1", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AliasesIdAndExtras_AreRead()
    {
        var parsed = Parse("Id: my-deck\n\n# D\n\n## 7. Convolution (CNN)\nAliases: ConvNet, conv net\n🟦 **What?**\n\n**Definition**\nx\n\n**Formula**\n$a*b$\n");

        var card = Assert.Single(parsed.Deck?.Cards ?? []);
        Assert.Equal("my-deck#7", card.Id.ToString());
        Assert.Equal(["Convolution (CNN)", "Convolution", "CNN", "ConvNet"], card.Names.Take(4));
        Assert.Equal("What?", card.Question);
        Assert.Equal(new CardExtra("Formula", "$a*b$"), Assert.Single(card.Extras));
    }

    [Fact]
    public void Parse_ConfusedWith_IsReadLikeAliases()
    {
        var parsed = Parse("# D\n\n## 7. A\nAliases: AA\nConfused with: 8, #9\n**What?**\n\n**Definition**\nx\n\n## 8. B\n**Definition**\nx\n\n## 9. C\n**Definition**\nx\n");

        Assert.Empty(parsed.Problems);
        Assert.Equal([8, 9], parsed.Deck?.Cards[0].ConfusedWith);
        Assert.Equal("What?", parsed.Deck?.Cards[0].Question);
        Assert.Equal(["AA"], parsed.Deck?.Cards[0].Aliases);
    }

    [Theory]
    [InlineData("99", "99")]
    [InlineData("7", "7")]
    [InlineData("8, GRU", "GRU")]
    public void Parse_ConfusedWithNoOtherCard_IsAProblemWithLineAndRemedy(string line, string wrong)
    {
        var parsed = Parse($"# D\n\n## 7. A\nConfused with: {line}\n**Definition**\nx\n\n## 8. B\n**Definition**\nx\n");

        Assert.Equal(
            $"d.md(4): card 7 is confused with \"{wrong}\", which is not the number of another card of this deck. Write numbers as they stand in the headings, as in \"Confused with: 176\".",
            Assert.Single(parsed.Problems).ToString());
        Assert.False(parsed.Problems[0].IsError);
    }

    [Fact]
    public void Parse_MarkupInField_StaysAsWrittenAndIsNoHeading()
    {
        const string Body = "Text.\n\n```python\n## 9. Not a card\n**Definition**\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n  - two\n\n$$\nx^2\n$$";

        var card = Assert.Single(Parse($"## 1. A\n**Definition**\n{Body}\n\n---\n").Deck?.Cards ?? []);

        Assert.Equal(Body, card.Definition);
    }

    [Fact]
    public void Parse_CardWithoutNumber_HasAnAnchor() =>
        Assert.Equal("d#soft-max-x", Assert.Single(Parse("## Soft Max: X\n**Definition**\nx").Deck?.Cards ?? []).Id.ToString());

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0, 0, 1 }, "not a text file")]
    [InlineData(new byte[] { 0x41, 0xFF, 0xFE, 0x41 }, "not in UTF-8")]
    [InlineData(new byte[0], "empty")]
    public void Parse_NoDeckAtAll_SaysSo(byte[] bytes, string what)
    {
        var parsed = MarkdownDeckFormat.Parse("d.md", bytes);

        Assert.Null(parsed.Deck);
        Assert.Contains(what, Assert.Single(parsed.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_FiveMegabytes_ReadsEveryCard()
    {
        var text = new StringBuilder("# Large\n");
        for (var i = 1; text.Length < 5_000_000; i++)
        {
            text.Append("\n## ").Append(i).Append(". Card ").Append(i).Append("\n**Definition**\nText ").Append(new string('x', 400)).Append("\n\n---\n");
        }

        Assert.True(Parse(text.ToString()).Deck?.Cards.Count > 10_000);
    }

    [Property]
    public void Parse_AnyBytes_NeverThrows(byte[] bytes) => Assert.NotNull(MarkdownDeckFormat.Parse("d.md", bytes).Problems);

    [Property]
    public void Parse_AnyText_NeverThrows(string? text) => Assert.NotNull(Parse("## 1. A\n" + text).Problems);

    private static ParsedDeck Parse(string text) => MarkdownDeckFormat.Parse("d.md", Encoding.UTF8.GetBytes(text));

    private static void AssertSame(Deck? expected, Deck? actual)
    {
        Assert.NotNull(expected);
        Assert.NotNull(actual);
        Assert.Equal(expected.Title, actual.Title);
        Assert.Equal(expected.Cards.Count, actual.Cards.Count);
        Assert.All(expected.Cards.Zip(actual.Cards), pair => Assert.Equivalent(pair.First, pair.Second));
    }
}
