using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.TestSupport;

namespace TutorBot.Core.Tests.Quizzes.Questions;

public sealed class QuestionMakerTests
{
    private static readonly QuestionMaker Shipped = Decks.Maker(Decks.Shipped);
    private static readonly QuestionMaker Biology = Decks.Maker(Decks.Biology);

    [Fact]
    public void PossibleForms_ShippedDeck_AreAtLeastFourForEachCard() => Assert.All(
        Decks.Shipped.Cards, card => Assert.True(
            Shipped.PossibleForms(card.Id).Count(form => form != "explain") >= 4 && Shipped.ScheduledForms(card.Id).Count >= 3,
            $"{card.Id}: {string.Join(", ", Shipped.PossibleForms(card.Id))}"));

    [Property]
    public void Make_SameSeed_GivesTheSameQuestionFromAnotherMaker(long seed)
    {
        var card = Decks.Shipped.Cards[(int)((ulong)seed % (ulong)Decks.Shipped.Cards.Count)].Id;
        var form = Shipped.DrawForm(card, seed) ?? "";

        Assert.Equal(Json(Shipped, card, form, seed), Json(Decks.Maker(Decks.Shipped), card, form, seed));
    }

    [Fact]
    public void Make_Json_ReadsBackAsItWas()
    {
        var question = Shipped.Make(CardId.Numbered("deep-learning", 166), "pair", 3).Question
            ?? Shipped.Make(CardId.Numbered("deep-learning", 166), "term", 3).Question;
        var json = JsonSerializer.Serialize(question);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Question>(json)));
    }

    /// <summary>
    /// The questions of a thousand draws, as one hash: another machine, system or version of .NET must not change it. Who
    /// changes how questions are made changes the hash as well.
    /// </summary>
    [Fact]
    public void Make_ThousandDraws_AreTheSameOnEveryMachine()
    {
        var all = string.Join('\n', Decks.Biology.Cards.SelectMany(card => Enumerable.Range(1, 25).Select(seed =>
            Json(Biology, card.Id, Biology.DrawForm(card.Id, seed) ?? "", seed))));

        Assert.Equal("1eda74022b3f1162", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16]);
    }

    [Property]
    public void Make_AnySeed_HoldsEveryRule(long seed)
    {
        var library = seed % 2 == 0 ? Decks.Shipped : Decks.Biology;
        var card = library.Cards[(int)((ulong)seed % (ulong)library.Cards.Count)];
        var maker = seed % 2 == 0 ? Shipped : Biology;
        var difficulty = (Difficulty)(int)((ulong)seed % 3);

        Assert.Empty(maker.ScheduledForms(card.Id).SelectMany(form =>
            maker.Make(card.Id, form, seed, difficulty).Question is { } question ? QuestionRules.Broken(question, library) : ["none"]));
    }

    [Fact]
    public void DrawForm_Seeds_DrawEveryScheduledFormAndNoOther()
    {
        var card = Decks.Shipped.Cards[0].Id;

        Assert.Equal(
            Shipped.ScheduledForms(card).Order(StringComparer.Ordinal),
            Enumerable.Range(1, 200).Select(seed => Shipped.DrawForm(card, seed) ?? "").Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("explain", Shipped.ScheduledForms(card));
        Assert.Contains("explain", Shipped.PossibleForms(card));
    }

    [Fact]
    public void MixedUpWith_EitherCardNamesTheOther_IsBoth()
    {
        Assert.Contains(CardId.Numbered("deep-learning", 176), Shipped.MixedUpWith(CardId.Numbered("deep-learning", 175)).Select(card => card.Id));
        Assert.Contains(CardId.Numbered("deep-learning", 175), Shipped.MixedUpWith(CardId.Numbered("deep-learning", 176)).Select(card => card.Id));
    }

    [Fact]
    public void Make_CardWithCodeTablesAndFormulas_ShowsNoneOfThem()
    {
        var library = Decks.Parse(Markup + """


            ## 2. Queue
            **Definition**
            A queue gives back first what was put in first, like people at a counter.

            ## 3. Tree
            **Definition**
            A tree keeps items below one root, and each of them has one parent.

            ## 4. Graph
            **Definition**
            A graph joins nodes by edges in any way, also in circles.
            """);
        var maker = Decks.Maker(library);

        foreach (var form in maker.PossibleForms(library.Cards[0].Id))
        {
            var question = maker.Make(library.Cards[0].Id, form, 1).Question;
            Assert.NotNull(question);
            Assert.Empty(QuestionRules.Broken(question, library));
            Assert.DoesNotContain(["push", "O(1)", "x^2", "cost", "example.org"], trace => JsonSerializer.Serialize(question with { Reveal = NoReveal }).Contains(trace, StringComparison.Ordinal));
        }

        Assert.Contains("gives back first what was put in last", maker.Make(library.Cards[0].Id, "term", 1).Question?.Prompt, StringComparison.Ordinal);
    }

    private const string Markup = """
        # Structures

        ## 1. **Stack** (LIFO)
        **Definition**
        A **stack** gives back first what was put in last, like
        a [pile](https://example.org) of *plates* on a table.

        ```csharp
        stack.push(1);
        ```

        | cost | push |
        |---|---|
        | O(1) | O(1) |

        $$
        x^2
        $$
        """;

    private static readonly QuestionReveal NoReveal = new("", "", "", null, null, "");

    private static string Json(QuestionMaker maker, CardId card, string form, long seed) =>
        JsonSerializer.Serialize(maker.Make(card, form, seed).Question);
}
