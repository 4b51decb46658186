using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Tests.Retrieval;

public sealed class CardSentencesTests
{
    [Theory]
    [InlineData("One here. Two here.", "One here.|Two here.")]
    [InlineData("Uses a kernel, e.g. 3 by 3. Then it slides.", "Uses a kernel, e.g. 3 by 3.|Then it slides.")]
    [InlineData("The rate is 0.5 at first. It falls later.", "The rate is 0.5 at first.|It falls later.")]
    [InlineData("- first point\n- second point", "first point|second point")]
    [InlineData("1. step one\n2. step two", "step one|step two")]
    [InlineData("A **bold** start. A plain end.", "A plain end.")]
    [InlineData("```\nCode here. More code.\n```\nText here.", "Text here.")]
    [InlineData("", "")]
    public void Split_Markdown_GivesSentencesWithoutMarkup(string markdown, string expected) =>
        Assert.Equal(expected, string.Join('|', CardSentences.Split(markdown).Select(range => markdown[range])));

    [Fact]
    public void Of_Card_SentencesStandWhereTheySayTheyDo()
    {
        var card = new Card(
            CardId.Numbered("d", 1), "Title", "What?", "First thing. Second thing.", "Works so. First thing.", null, [], null, 1);

        var sentences = CardSentences.Of(card);

        Assert.Equal(4, sentences.Count);
        Assert.All(sentences, sentence => Assert.Equal(
            Part(sentence.Field == CardField.Definition ? card.Definition : card.HowItWorks ?? "", sentence.Start, sentence.Length),
            Part(CardText.Of(card), sentence.TextStart, sentence.TextLength)));
    }

    private static string Part(string text, int start, int length) => text[start..(start + length)];
}
