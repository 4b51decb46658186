using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Retrieval;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Embeddings;

/// <summary>Questions that once got a wrong answer, or none, with the real model and the shipped deck; and others of their kind.</summary>
public sealed class UnusualQuestionsTests : IClassFixture<ShippedModel>
{
    private readonly AskHandler _asking;
    private readonly CardHandler _cards;

    public UnusualQuestionsTests(ShippedModel shipped)
    {
        ArgumentNullException.ThrowIfNull(shipped);
        var retriever = new Retriever(shipped.Generator, RankingWeightsFile.Parse(
            File.ReadAllText(Repository.PathOf("content/models/tutor-minilm-l6-v1/weights.json"))));
        var library = new DeckFolder(Repository.PathOf("content/decks")).Load();
        retriever.Replace(CardIndex.BuildAsync(library, shipped.Generator, shipped.Cache, null, CancellationToken.None).GetAwaiter().GetResult());
        _asking = new AskHandler(retriever, null);
        _cards = new CardHandler(retriever);
    }

    [Theory]
    [InlineData("what is SELU")]
    [InlineData("what is PReLU")]
    [InlineData("strudel")]
    [InlineData("proofing")]
    [InlineData("kooking")]
    [InlineData("sapling")]
    [InlineData("pruning")]
    [InlineData("stenting")]
    [InlineData("what is a stride in horse riding")]
    [InlineData("mode collapse of a bridge")]
    [InlineData("padding in clothing")]
    [InlineData("the transformer in a power grid")]
    [InlineData("who invented dropout")]
    [InlineData("in what year was backpropagation discovered")]
    [InlineData("training and inference")]
    [InlineData("difference between weight and bias")]
    [InlineData("relation between orbital period and distance from the sun")]
    [InlineData("next card")]
    public async Task Answer_WhatNoCardTells_IsNotAnswered(string question)
    {
        var answer = await _asking.AnswerAsync(question, null, CancellationToken.None);

        Assert.NotEqual(Band.Answer, answer.Band);
        Assert.Empty(answer.Sources);
    }

    [Theory]
    [InlineData("what is softmx", 161, "I read *softmx* as *softmax*.")]
    [InlineData("dropuot", 166, "I read *dropuot* as *dropout*.")]
    [InlineData("sigmiod functoin", 156, "I read *sigmiod* as *sigmoid*, *functoin* as *function*.")]
    public async Task Answer_Misspelt_SaysWhatItRead(string question, int number, string said)
    {
        var answer = await _asking.AnswerAsync(question, null, CancellationToken.None);

        Assert.Equal(number, Assert.Single(answer.Sources).Id.Number);
        Assert.True(answer.Confidence < 1);
        Assert.Contains(answer.Blocks.OfType<Paragraph>(), paragraph => paragraph.Text.Source == said);
    }

    [Theory]
    [InlineData("sigmoid function", 156)]
    [InlineData("attention mechanism", 178)]
    [InlineData("how does backprop work", 162)]
    [InlineData("@everyone what is softmax", 161)]
    [InlineData("<b>softmax</b>", 161)]
    [InlineData("batch normalisation", 167)]
    [InlineData("example of 161", 161)]
    [InlineData("what is the tip for card 161", 161)]
    public async Task Answer_NameInOtherClothes_FindsTheCard(string question, int number) => Assert.Equal(
        number, Assert.Single((await _asking.AnswerAsync(question, null, CancellationToken.None)).Sources).Id.Number);

    [Theory]
    [InlineData("compare LSTM, GRU and RNN", "175 176 174")]
    [InlineData("difference between a residual block and residual connection and pooling", "185 184 171")]
    [InlineData("is LSTM better than GRU", "175 176")]
    [InlineData("should I use ReLU or Leaky ReLU", "155 188")]
    [InlineData("LSTM and GRU", "175 176")]
    [InlineData("what is ReLU and what is softmax", "155 161")]
    [InlineData("softmax; sigmoid", "161 156")]
    [InlineData("161 and 162", "161 162")]
    public async Task Answer_SeveralNames_ComparesThemAll(string question, string numbers)
    {
        var answer = await _asking.AnswerAsync(question, null, CancellationToken.None);

        Assert.Equal(numbers, Numbers(answer));
        Assert.Contains(answer.Blocks, block => block is Fields { SideBySide: true });
    }

    [Theory]
    [InlineData("residual", "block residual connection", "185 184")]
    [InlineData("batch", "norm layer norm", "167 168")]
    [InlineData("LSTM", "LSTM", "175")]
    public async Task Compare_WordsCutAnyhow_FindsTheSides(string first, string second, string numbers) =>
        Assert.Equal(numbers, Numbers(await _asking.CompareAsync(first, second, CancellationToken.None)));

    [Theory]
    [InlineData("list all activation functions", "154 155 156 157 188")]
    [InlineData("what activation functions are there", "154 155 156 157 188")]
    [InlineData("types of recurrent networks", "174 175 176")]
    [InlineData("list of generative models", "192 193")]
    [InlineData("types of gradients", "163 164")]
    [InlineData("which cards cover normalization", "167 168")]
    [InlineData("cards 161 to 163", "161 162 163")]
    [InlineData("161-163", "161 162 163")]
    public async Task Answer_List_HoldsTheCardsOfTheSubject(string question, string numbers)
    {
        var answer = await _asking.AnswerAsync(question, null, CancellationToken.None);

        Assert.Equal((Band.Answer, Intent.List), (answer.Band, answer.Intent));
        Assert.Equal(numbers, string.Join(' ', answer.Sources.Select(card => card.Id.Number).Order()));
    }

    [Fact]
    public async Task Answer_HowManyCards_CountsThem() => Assert.Contains(
        (await _asking.AnswerAsync("how many cards are there", null, CancellationToken.None)).Blocks.OfType<Paragraph>(),
        paragraph => paragraph.Text.Source.Contains("50 cards", StringComparison.Ordinal));

    [Theory]
    [InlineData("good morning", "Hello!")]
    [InlineData("bye", "Until next time!")]
    [InlineData("who are you", "I am TutorBot")]
    [InlineData("help", "Gladly.")]
    [InlineData("ok", "Good.")]
    [InlineData("thanks", "You are welcome.")]
    public async Task Answer_SmallTalk_IsFriendlyAndSaysWhatToDo(string line, string said)
    {
        var text = Assert.IsType<Paragraph>(Assert.Single((await _asking.AnswerAsync(line, null, CancellationToken.None)).Blocks)).Text.Source;

        Assert.StartsWith(MarkdownText.Plain(said).Source, text, StringComparison.Ordinal);
        Assert.Contains("/help", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-161", "There is no card -161.")]
    [InlineData("999", "There is no card 999.")]
    public async Task Answer_NumberOfNoCard_SaysSo(string question, string said) => Assert.Contains(
        (await _asking.AnswerAsync(question, null, CancellationToken.None)).Blocks.OfType<Paragraph>(),
        paragraph => paragraph.Text.Source.StartsWith(said, StringComparison.Ordinal));

    [Fact]
    public void LookUp_NumberOfNoCard_SaysWhichThereAre() => Assert.Contains(
        _cards.LookUp("999").Blocks.OfType<Paragraph>(),
        paragraph => paragraph.Text.Source.Contains("151 to 200", StringComparison.Ordinal));

    [Fact]
    public void LookUp_NumberOfTwoDecks_NamesDecksAndHowToTypeThem()
    {
        var folder = Directory.CreateTempSubdirectory("decks").FullName;
        File.WriteAllText(Path.Combine(folder, "one.md"), "# One\n\n## 3. Wren\n**Definition**\nA bird.\n");
        File.WriteAllText(Path.Combine(folder, "two.md"), "# Two\n\n## 3. Oak\n**Definition**\nA tree.\n");
        var library = new DeckFolder(folder).Load();

        Assert.Equal(["one#3", "two#3"], library.Lookup.Resolve("3").Select(card => card.Id.ToString()));
        Assert.Equal("Oak", Assert.Single(library.Lookup.Resolve("two#3")).Title);
        Directory.Delete(folder, recursive: true);
    }

    private static string Numbers(Answer answer) => string.Join(' ', answer.Sources.Select(card => card.Id.Number));
}
