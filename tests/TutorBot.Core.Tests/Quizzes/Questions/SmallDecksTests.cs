using TutorBot.Core.Cards;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.TestSupport;

namespace TutorBot.Core.Tests.Quizzes.Questions;

public sealed class SmallDecksTests
{
    private static readonly string[] Birds =
    [
        "## 1. Wren\n**Definition**\nA wren is a tiny brown bird with an upright tail.\n**How it works**\nIt nests in holes of old walls and sings loudly for its size.\n**Quick tip**\nSmall bird, big song.\n",
        "## 2. Heron\n**Definition**\nA heron is a tall grey wader that waits for fish.\n**How it works**\nIt stands still in shallow water and strikes with a long bill.\n**Quick tip**\nPatience on long legs.\n",
        "## 3. Swift\n**Definition**\nA swift is a dark flier that sleeps high in the air.\n**How it works**\nIt lands only to breed and catches insects on the wing.\n**Quick tip**\nNever sits on a wire.\n",
        "## 4. Cuckoo\n**Definition**\nA cuckoo is a visitor that lays eggs in foreign nests.\n**How it works**\nThe chick pushes the others over the rim and is fed by strangers.\n**Quick tip**\nSays its name in spring.\n",
    ];

    [Theory]
    [InlineData(1, "typed explain")]
    [InlineData(2, "pair typed explain truefalse")]
    [InlineData(3, "pair typed explain truefalse")]
    [InlineData(4, "definition term example tip cloze pair typed explain truefalse")]
    public void PossibleForms_SmallDeck_AreHonest(int cards, string forms)
    {
        var library = Decks.Parse("# Birds\n\n" + string.Concat(Birds.Take(cards)));
        var possible = library.Cards.SelectMany(card => Decks.Maker(library).PossibleForms(card.Id)).ToHashSet();

        Assert.Equal(forms.Split(' '), QuizTypes.All.Select(type => type.Name).Where(possible.Contains));
        // A lone card has nothing to be told from: it is asked in practice alone.
        Assert.All(library.Cards, card => Assert.Equal(cards > 1, Decks.Maker(library).DrawForm(card.Id, 1) is not null));
    }

    [Theory]
    [InlineData(1, "definition", "the form \"definition\" needs at least 4 cards, and the deck \"d\" has 1")]
    [InlineData(3, "cloze", "the form \"cloze\" needs at least 4 cards, and the deck \"d\" has 3")]
    [InlineData(1, "pair", "the form \"pair\" needs at least 2 cards, and the deck \"d\" has 1")]
    [InlineData(1, "truefalse", "the form \"truefalse\" needs at least 2 cards, and the deck \"d\" has 1")]
    public void Make_TooFewCards_SaysHowManyAreNeeded(int cards, string form, string reason)
    {
        var library = Decks.Parse("# Birds\n\n" + string.Concat(Birds.Take(cards)));

        Assert.Equal(reason, Decks.Maker(library).Make(library.Cards[0].Id, form, 1).Reason);
    }

    [Fact]
    public void Make_UnknownCardOrForm_SaysSo()
    {
        var maker = Decks.Maker(Decks.Shipped);

        Assert.Equal("there is no card d#1", maker.Make(CardId.Numbered("d", 1), "term", 1).Reason);
        Assert.StartsWith("there is no form \"riddle\"; forms: definition, term", maker.Make(Decks.Shipped.Cards[0].Id, "riddle", 1).Reason, StringComparison.Ordinal);
        Assert.NotNull(maker.Make(Decks.Shipped.Cards[0].Id, "TERM", 1).Question);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Make_FirstCardsOfTheShippedDeck_HoldEveryRuleOrSayWhyNot(int cards)
    {
        var library = Decks.First(cards);
        var maker = Decks.Maker(library);

        foreach (var (card, type, seed) in library.Cards.SelectMany(card => QuizTypes.All.SelectMany(type => Enumerable.Range(1, 20).Select(seed => (card, type, seed)))))
        {
            var made = maker.Make(card.Id, type.Name, seed);
            Assert.True(made.Question is null == made.Reason is { Length: > 20 });
            Assert.Empty(made.Question is { } question ? QuestionRules.Broken(question, library) : []);
        }
    }

    [Fact]
    public void Make_TrueFalse_ShowsTheCardsDefinitionOrAnothersAsItsKeySays()
    {
        var library = Decks.Parse("# Birds\n\n" + string.Concat(Birds.Take(3)));
        var maker = Decks.Maker(library);
        var questions = Enumerable.Range(1, 20).Select(seed => maker.Make(library.Cards[0].Id, "truefalse", seed).Question).OfType<Question>().ToList();

        Assert.Equal(10, questions.Count(question => question.Key == 0));
        Assert.All(questions, question =>
        {
            Assert.Equal(["True", "False"], question.Options.Select(option => option.Text));
            Assert.Equal(question.Key == 0, question.Prompt.Contains("upright tail", StringComparison.Ordinal));
            Assert.DoesNotContain(["heron", "swift"], name => question.Prompt.Contains(name, StringComparison.OrdinalIgnoreCase));
        });
    }
}
