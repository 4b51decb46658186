using System.Text.Json;
using FsCheck.Xunit;
using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;

namespace TutorBot.Core.Tests.Quizzes.Questions;

public sealed class QuestionMakerTests
{
    private static readonly QuestionMaker Shipped = Decks.Maker(Decks.Shipped);

    [Fact]
    public void PossibleForms_ShippedDeck_AreAtLeastFourForEachCard() => Assert.All(
        Decks.Shipped.Cards, card => Assert.True(Shipped.ScheduledForms(card.Id).Count >= 4, $"{card.Id}: {string.Join(", ", Shipped.ScheduledForms(card.Id))}"));

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

    private static string Json(QuestionMaker maker, CardId card, string form, long seed) =>
        JsonSerializer.Serialize(maker.Make(card, form, seed).Question);
}
