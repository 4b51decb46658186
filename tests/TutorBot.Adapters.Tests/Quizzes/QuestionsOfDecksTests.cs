using System.Text.Json;
using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Quizzes;

/// <summary>The questions of whole decks with the real model.</summary>
public sealed class QuestionsOfDecksTests(MadeQuestions made) : IClassFixture<MadeQuestions>
{
    private const string Shipped = "content/decks/deep-learning.md";
    private const string Biology = "tests/data/eval/decks/biology.md";

    [Theory]
    [InlineData(Shipped, Difficulty.Normal)]
    [InlineData(Shipped, Difficulty.Hard)]
    [InlineData(Shipped, Difficulty.Easy)]
    [InlineData(Biology, Difficulty.Normal)]
    public void Make_EveryCardFormAndSeed_HoldsEveryRule(string path, Difficulty difficulty)
    {
        var questions = made.Of(path, difficulty);
        var library = made.Index(path).Library;

        Assert.Empty(questions.SelectMany(question => QuestionRules.Broken(question, library)));
        Assert.True(questions.Count >= library.Cards.Count * 6 * MadeQuestions.Seeds, $"{questions.Count} questions");
    }

    [Theory]
    [InlineData(Shipped)]
    [InlineData(Biology)]
    public void PossibleForms_EveryCard_AreAtLeastFourAndTheSameForEverySeed(string path)
    {
        var maker = QuestionMaker.Of(made.Index(path));
        var forms = made.Of(path, Difficulty.Normal).Where(question => question.Form != "truefalse").ToLookup(question => question.Card);

        Assert.All(made.Index(path).Library.Cards, card =>
        {
            Assert.True(
                maker.PossibleForms(card.Id).Count(form => form != "explain") >= 4 && maker.ScheduledForms(card.Id).Count >= 3,
                $"{card.Id}: {string.Join(", ", maker.PossibleForms(card.Id))}");
            Assert.All(forms[card.Id].CountBy(question => question.Form), form => Assert.Equal(MadeQuestions.Seeds, form.Value));
            Assert.Equal(maker.PossibleForms(card.Id), forms[card.Id].Select(question => question.Form).Distinct());
        });
    }

    [Fact]
    public void Make_TwentySeeds_PutTheKeyAtEachPlaceEquallyOften()
    {
        foreach (var group in made.Of(Shipped, Difficulty.Normal).Where(question => question.Options.Count > 0)
            .GroupBy(question => (question.Card, question.Form)))
        {
            var options = group.First().Options.Count;
            Assert.All(Enumerable.Range(0, options), place => Assert.Equal(MadeQuestions.Seeds / options, group.Count(question => question.Key == place)));
        }
    }

    [Fact]
    public void Make_HarderQuestions_HaveNearerOptions()
    {
        var nearness = Enum.GetValues<Difficulty>().Select(Nearness).ToList();

        Assert.True(nearness[1] > nearness[0] + 0.05, string.Join(' ', nearness));
        Assert.True(nearness[2] > nearness[1] + 0.05, string.Join(' ', nearness));
    }

    /// <summary>
    /// Processors differ in the last digits of a vector, by 1e-3 at most. Two cards right at the edge of a band may then
    /// change places; everything else of a question stays.
    /// </summary>
    [Fact]
    public void Make_VectorsOfAnotherProcessor_ChangeNothingButCardsAtTheEdgeOfABand()
    {
        var index = made.Index(Shipped);
        var elsewhere = made.Make(
            Shipped, new QuestionMaker(index.Library, (left, right) => index.Similarity(left, right) + Noise(left, right)), Difficulty.Normal);
        var pairs = made.Of(Shipped, Difficulty.Normal).Zip(elsewhere).ToList();

        Assert.All(pairs, pair => Assert.Equal((pair.First.Card, pair.First.Form, pair.First.Key), (pair.Second.Card, pair.Second.Form, pair.Second.Key)));
        Assert.True(pairs.Count(pair => Json(pair.First) == Json(pair.Second)) >= 0.97 * pairs.Count);
    }

    private double Nearness(Difficulty difficulty)
    {
        var index = made.Index(Shipped);
        var cards = index.Library.Cards.ToDictionary(card => card.Id);
        return made.Of(Shipped, difficulty).Where(question => question.Options.Count == 4)
            .SelectMany(question => question.Options.Where(option => option.Card != question.Card)
                .Select(option => index.Similarity(cards[question.Card], cards[option.Card ?? question.Card])))
            .Average();
    }

    /// <summary>The same both ways round, between -1e-3 and 1e-3.</summary>
    private static double Noise(Card left, Card right) => 1e-3 * (((left.Line + right.Line) * 7919 % 1000 / 500.0) - 1);

    private static string Json(Question question) => JsonSerializer.Serialize(question);
}
