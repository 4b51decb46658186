using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Tests.Commands;

public sealed class CommandTests
{
    private static readonly LibrarySnapshot Library = new(
        [new Deck("birds", "Birds", [Card(1, "Wren"), Card(2, "Song Thrush"), Long()], "birds.md")], []);

    [Theory]
    [InlineData("what is a wren?", "Ask { Question = what is a wren? }")]
    [InlineData("/ask what is a wren?", "Ask { Question = what is a wren? }")]
    [InlineData("/CARD wren", "LookUpCard { Term = wren }")]
    [InlineData("/compare wren thrush", "Compare { First = wren, Second = thrush }")]
    [InlineData("/compare \"song thrush\" \"wren\"", "Compare { First = song thrush, Second = wren }")]
    [InlineData("/compare wren \"song thrush\"", "Compare { First = wren, Second = song thrush }")]
    [InlineData("/compare song thrush vs wren", "Compare { First = song thrush, Second = wren }")]
    [InlineData("/decks", "ListDecks { }")]
    [InlineData("/deck lint", "LintDecks { }")]
    [InlineData("/help", "Help { }")]
    public void Parse_Line_GivesTheCommand(string line, string expected)
    {
        var text = CommandParser.Parse(line).Command?.ToString() ?? "";

        // What is the same for nearly all commands.
        Assert.Equal(expected, Regex.Replace(text, "(Audience = Asker|NeedsChannel = False|Asks = ),? ", ""));
    }

    [Theory]
    [InlineData("/card", "/card needs a term, as in /card softmax.")]
    [InlineData("/ask", "/ask needs a question, as in ")]
    [InlineData("/compare", "/compare needs two cards, as in /compare LSTM GRU.")]
    [InlineData("/compare wren", "/compare needs two cards")]
    [InlineData("/crad wren", "Did you mean /card?")]
    [InlineData("/", "/help lists the commands")]
    public void Parse_WrongLine_SaysHowToMendIt(string line, string problem)
    {
        var parsed = CommandParser.Parse(line);

        Assert.Null(parsed.Command);
        Assert.Contains(problem, parsed.Problem, StringComparison.Ordinal);
    }

    [Property]
    public void Parse_AnyLine_GivesEitherCommandOrProblem(string? line, bool isCommand)
    {
        var parsed = CommandParser.Parse((isCommand ? "/" : "") + line);

        Assert.True(parsed.Command is null ^ parsed.Problem is null);
    }

    [Property]
    public Property Codec_CommandsOfButtons_RoundTripInAHundredCharacters()
    {
        var cards = Gen.Elements(Library.Cards.Select(card => card.Id).ToArray());
        var commands = Gen.OneOf(
            cards.Select(card => (Command)new ShowCard(card)),
            cards.Select(card => (Command)new ShowRelated(card)),
            cards.Two().Select(pair => (Command)new CompareCards(pair.Item1, pair.Item2)),
            cards.SelectMany(_ => Gen.Elements(Enum.GetValues<Intent>()), (card, intent) => (Command)new ShareAnswer(intent, [card])),
            cards.Two().Select(pair => (Command)new ShareAnswer(Intent.Compare, [pair.Item1, pair.Item2])),
            Gen.Elements<Command>(new Help(), new ListDecks(), new LintDecks()));
        return Prop.ForAll(commands.ToArbitrary(), command =>
        {
            var id = CommandCodec.Encode(command);
            return id.Length <= CommandCodec.GreatestLength && CommandCodec.Encode(CommandCodec.Decode(id, Library) ?? new Help()) == id;
        });
    }

    [Property]
    public void Decode_AnyText_NeverThrows(string? id) => CommandCodec.Decode(id ?? "", Library);

    [Theory]
    [InlineData("card|")]
    [InlineData("card|#1")]
    [InlineData("share|99|birds#1")]
    [InlineData("compare|birds#1")]
    [InlineData("nonsense")]
    public void Decode_ForeignText_IsNoCommand(string id) => Assert.Null(CommandCodec.Decode(id, Library));

    [Theory]
    [InlineData("/c", "/card |/compare ")]
    [InlineData("/d", "/daily |/decks|/deck lint|/deck inbox")]
    [InlineData("/group c", "/group create |/group captain add |/group captain remove |/group captain accept|/group captain none")]
    [InlineData("/card wr", "/card Wren")]
    [InlineData("/compare wren so", "/compare wren \"Song Thrush\"")]
    [InlineData("/compare \"Song Thrush\" wr", "/compare \"Song Thrush\" Wren")]
    [InlineData("wren", "")]
    [InlineData("/ask wr", "")]
    public void Complete_Line_GivesWholeLines(string line, string expected) =>
        Assert.Equal(expected, string.Join('|', CommandCompletion.Complete(line, Library, 8).Select(completion => completion.Line)));

    private static Card Card(int number, string title) => new(CardId.Numbered("birds", number), title, null, "x", null, null, [], null, 1);

    private static Card Long() => Card(3, "Long") with { Id = CardId.Anchored("birds", new string('l', 120)) };
}
