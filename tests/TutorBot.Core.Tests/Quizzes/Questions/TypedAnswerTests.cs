using FsCheck.Xunit;
using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Tests.Quizzes.Questions;

public sealed class TypedAnswerTests
{
    private static readonly IReadOnlyList<Card> Cards = [.. Decks.Shipped.Cards, .. Decks.Biology.Cards];

    [Theory]
    [InlineData(167, "batch normalization", true)]
    [InlineData(167, "Batch-Normalization", true)]
    [InlineData(167, "BATCHNORMALIZATION!", true)]
    [InlineData(167, "bn", true)]
    [InlineData(167, "BNs", true)]
    [InlineData(167, "batch normalisation", true)]
    [InlineData(167, "bacth normalizatoin", true)]
    [InlineData(167, "the batch normalizations", true)]
    [InlineData(167, "layer normalization", false)]
    [InlineData(167, "layer normalisation", false)]
    [InlineData(167, "latyer normalization", false)]
    [InlineData(167, "normalization", false)]
    [InlineData(167, "", false)]
    [InlineData(167, "   ?!", false)]
    [InlineData(169, "convolutional neural network", true)]
    [InlineData(169, "a CNN", true)]
    [InlineData(169, "CNNs", true)]
    [InlineData(169, "conv net", true)]
    [InlineData(169, "RNN", false)]
    [InlineData(169, "recurrent neural network", false)]
    [InlineData(169, "CNM", false)]
    [InlineData(174, "CNN", false)]
    [InlineData(176, "GRUs", true)]
    [InlineData(176, "GRV", false)]
    [InlineData(177, "seq-2-seq", true)]
    [InlineData(177, "sequence to sequence", true)]
    [InlineData(177, "encoder decoder", true)]
    [InlineData(155, "ReLU", true)]
    [InlineData(155, "Leaky ReLU", false)]
    [InlineData(188, "leeky relu", true)]
    [InlineData(188, "dead relu", false)]
    [InlineData(188, "relu", false)]
    [InlineData(190, "auto-encoders", true)]
    [InlineData(190, "autoencodre", true)]
    [InlineData(190, "variational autoencoder", false)]
    public void IsRight_TypedText_IsJudged(int card, string typed, bool isRight) => Assert.Equal(isRight, Question(Card(card)).IsRight(typed));

    [Fact]
    public void IsRight_EveryNameOfEveryCard_IsRightForItAndForNoOther() => Assert.All(Cards, card =>
    {
        var question = Question(card);
        Assert.All(card.Names, name => Assert.True(question.IsRight(name), name));
        Assert.All(Deck(card).Where(other => other != card).SelectMany(other => other.Names), name =>
        {
            Assert.False(question.IsRight(name), $"{card.Title}: {name}");
            Assert.False(question.IsRight(name.ToUpperInvariant() + "s"), $"{card.Title}: {name}s");
        });
    });

    /// <summary>The names kept in a question decide as all names of the deck would.</summary>
    [Property(MaxTest = 500)]
    public void Near_OtherNames_DecideLikeAll(uint which, uint[] edits)
    {
        var card = Cards[(int)(which % Cards.Count)];
        var others = Deck(card).Where(other => other != card).SelectMany(other => other.Names).ToList();
        foreach (var name in card.Names.Concat(others.Take(20)))
        {
            var typed = Misspelt(name, edits);
            Assert.Equal(TypedAnswer.IsRight(typed, card.Names, others), Question(card).IsRight(typed));
        }
    }

    [Property(MaxTest = 500)]
    public void IsRight_OneTypoForSixLetters_IsForgivenUnlessAnotherNameIsNearer(uint which, uint[] edits)
    {
        var card = Cards[(int)(which % Cards.Count)];
        var name = card.Names[0];
        var typed = Misspelt(name, edits.Take(Joined(name).Length / TypedAnswer.LettersPerTypo));
        var distance = OptimalStringAlignment.Distance(Joined(typed), Joined(name), 20);
        var isNearer = Deck(card).Where(other => other != card).SelectMany(other => other.Names)
            .Any(other => OptimalStringAlignment.Distance(Joined(typed), Joined(other), 20) < distance + 2);

        Assert.True(isNearer || Question(card).IsRight(typed), $"{name}: {typed}");
    }

    /// <summary>Letters changed where the numbers say, one each.</summary>
    private static string Misspelt(string name, IEnumerable<uint> edits)
    {
        var letters = Joined(name);
        foreach (var edit in edits.Take(4))
        {
            var at = (int)(edit % (uint)letters.Length);
            letters = letters[..at] + (char)('a' + (edit / 7 % 26)) + letters[(at + 1)..];
        }

        return letters;
    }

    private static string Joined(string name) => CardNames.Joined(name);

    private static IReadOnlyList<Card> Deck(Card card) => card.Id.Deck == "biology" ? Decks.Biology.Cards : Decks.Shipped.Cards;

    private static Card Card(int number) => Decks.Shipped.Cards.Single(card => card.Id.Number == number);

    private static Question Question(Card card)
    {
        var library = card.Id.Deck == "biology" ? Decks.Biology : Decks.Shipped;
        return Decks.Maker(library).Make(card.Id, "typed", 1).Question ?? throw new InvalidOperationException(card.Title);
    }
}
