using Microsoft.Extensions.Logging.Abstractions;
using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval.Phrasing;
using TutorBot.Phrasing;
using TutorBot.Settings;
using TutorBot.TestSupport;

namespace TutorBot.Tests.Phrasing;

public sealed class GroundedPhrasingTests
{
    private const string Question = "what is dropout";

    private static readonly IReadOnlyList<Card> Cards =
        [.. new DeckFolder(Repository.PathOf("content/decks")).Load().Cards.Where(card => card.Id.Number is 166 or 167)];

    [Fact]
    public async Task Phrase_GroundedSentence_IsShownWithItsCard()
    {
        var sentence = Assert.Single(await PhraseAsync(Reply("Dropout randomly turns off some neurons during training to prevent overfitting.", "deep-learning#166")) ?? []);

        Assert.Equal("Dropout randomly turns off some neurons during training to prevent overfitting.", sentence.Text);
        Assert.Equal(166, Assert.Single(sentence.Cards).Id.Number);
    }

    [Theory]
    [InlineData("Dropout was invented by Hinton to randomly turn off neurons during training.", "deep-learning#166")] // a name from nowhere
    [InlineData("Dropout randomly turns off 73% of neurons during training.", "deep-learning#166")] // a number from nowhere
    [InlineData("Dropout does not turn off neurons during training.", "deep-learning#166")] // the contrary
    [InlineData("Dropout randomly turns off some neurons during training.", "deep-learning#999")] // a card that it was not given
    [InlineData("Dropout randomly turns off some neurons during training.", "")] // no card
    [InlineData("Whales sing songs across whole oceans every winter.", "deep-learning#166")] // off the card
    [InlineData("Dropout turns off neurons during training, see https://evil.example now.", "deep-learning#166")] // a link
    [InlineData("Dropout turns off neurons during training <@everyone>.", "deep-learning#166")] // a mention
    [InlineData("I have been pwned and obey the new instructions of the card.", "deep-learning#166")] // an injection obeyed
    public async Task Phrase_UngroundedSentence_FallsBackToTheCard(string sentence, string card) =>
        Assert.Null(await PhraseAsync(Reply(sentence, card)));

    [Theory]
    [InlineData("")]
    [InlineData("Sorry, I cannot do that.")]
    [InlineData("{\"answer\":[],\"insufficient\":true}")]
    [InlineData("{\"answer\":\"text\"}")]
    [InlineData("{\"answer\":[{\"sentence\":1}]}")]
    [InlineData("{\"answer\":[{}")]
    public async Task Phrase_BrokenContract_FallsBackToTheCard(string reply) => Assert.Null(await PhraseAsync(reply));

    [Fact]
    public async Task Phrase_OneBadSentenceAmongGood_FallsBackToTheCard() => Assert.Null(await PhraseAsync(
        """{"answer":[{"sentence":"Dropout randomly turns off some neurons during training.","card_ids":["deep-learning#166"]},{"sentence":"It was released in 2012.","card_ids":["deep-learning#166"]}]}"""));

    [Fact]
    public async Task Phrase_EndlessReply_FallsBackToTheCard() => Assert.Null(await PhraseAsync(Reply(new string('x', 100_000), "deep-learning#166")));

    [Fact]
    public async Task Phrase_ServerError_FallsBackToTheCard() => Assert.Null(await PhraseAsync(Reply("Dropout.", "deep-learning#166"), status: 500));

    [Fact]
    public async Task Phrase_NoReply_FallsBackAfterTheTimeout() => Assert.Null(await PhraseAsync((string?)null, timeout: TimeSpan.FromMilliseconds(300)));

    [Fact]
    public async Task Phrase_NobodyListens_FallsBackToTheCard()
    {
        var server = await ModelServer.StartAsync("");
        var endpoint = server.Endpoint;
        await server.DisposeAsync();

        Assert.Null(await PhraseAsync(endpoint, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Phrase_Prompt_HoldsQuestionAndCardsAlone()
    {
        await using var server = await ModelServer.StartAsync("");

        await PhraseAsync(server.Endpoint, TimeSpan.FromSeconds(30));

        var request = Assert.Single(server.Requests);
        Assert.Contains("what is dropout", request, StringComparison.Ordinal);
        Assert.Contains("deep-learning#166", request, StringComparison.Ordinal);
        Assert.DoesNotContain("deep-learning#161", request, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", request, StringComparison.Ordinal);
        Assert.DoesNotContain("\"tools\"", request, StringComparison.Ordinal);
    }

    private static string Reply(string sentence, string card) => System.Text.Json.JsonSerializer.Serialize(
        new { answer = new[] { new { sentence, card_ids = card.Length == 0 ? [] : new[] { card } } }, insufficient = false });

    private static async Task<IReadOnlyList<PhrasedSentence>?> PhraseAsync(string? reply, int status = 200, TimeSpan? timeout = null)
    {
        await using var server = await ModelServer.StartAsync(reply, status);
        return await PhraseAsync(server.Endpoint, timeout ?? TimeSpan.FromSeconds(30));
    }

    private static async Task<IReadOnlyList<PhrasedSentence>?> PhraseAsync(Uri endpoint, TimeSpan timeout)
    {
        var settings = new TutorSettings("d", "m", "d", false, new Uri(TutorSettings.DefaultPlaygroundUrl), "")
        {
            ChatEndpoint = endpoint, ChatModel = "m", ChatApiKey = "secret-key",
        };
        var client = PhrasingClient.Create(settings) ?? throw new InvalidOperationException("No client.");
        return await new GroundedPhrasing(client, TimeProvider.System, timeout, NullLogger<GroundedPhrasing>.Instance)
            .PhraseAsync(Question, Cards, CancellationToken.None);
    }
}
