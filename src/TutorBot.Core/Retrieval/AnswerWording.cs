using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Retrieval.Phrasing;

namespace TutorBot.Core.Retrieval;

/// <summary>Words what retrieval found (PRODUCT.md §3): the author's words with the card named, never a claim of our own.</summary>
internal static class AnswerWording
{
    private const int LongestQuote = 300;
    private const int LongestLabel = 80;

    /// <summary>The card answers: the field that the question is after, with the best sentence in bold.</summary>
    public static IReadOnlyList<Block> Card(QuestionReading reading, Ranking ranking, LibrarySnapshot library)
    {
        var card = ranking.Cards[0].Card;
        List<Block> blocks = [Quote(reading.Text), .. ReadAs(ranking)];
        if (reading.Intent == Intent.Card)
        {
            blocks.AddRange(WholeCard(card));
        }
        else
        {
            blocks.AddRange(CardAnswer.Of(card, reading, ranking.BestSentence));
        }

        blocks.Add(Sources([card], library));
        blocks.Add(new Choices("What next?",
        [
            new Button("Share", new ShareAnswer(reading.Intent, [card.Id])),
            .. reading.Intent == Intent.Card ? (Button[])[] : [new Button("Whole card", new ShowCard(card.Id), $"/card {Typed(card)}")],
        ]));
        return blocks;
    }

    /// <summary>What was read as something else: nobody should wonder why this card.</summary>
    private static IEnumerable<Block> ReadAs(Ranking ranking) => ranking.Corrections.Count == 0 ? [] :
    [
        new Paragraph(
            MarkdownText.Plain("I read ") + MarkdownText.Authored(string.Join(", ", ranking.Corrections.Take(3).Select(correction =>
                $"*{MarkdownText.Plain(correction.Typed).Source}* as *{MarkdownText.Plain(correction.Read).Source}*"))) + MarkdownText.Plain("."),
            Tone.Quiet),
    ];

    /// <summary>A model's checked sentences instead of the card's own words; Share shows the cards' own again.</summary>
    public static Answer Phrased(Answer answer, IReadOnlyList<PhrasedSentence> sentences, LibrarySnapshot library)
    {
        var sources = sentences.SelectMany(sentence => sentence.Cards).Distinct().ToList();
        var text = string.Join(' ', sentences.Select(sentence =>
            $"{MarkdownText.Plain(sentence.Text).Source} ({MarkdownText.Plain(string.Join(", ", sentence.Cards.Select(card => card.Id.Local))).Source})"));
        return answer with
        {
            Sources = sources,
            Blocks =
            [
                Quote(answer.Question),
                new Paragraph(MarkdownText.Authored(text)),
                Hint("Phrased by a model from the cards below; each sentence names its cards."),
                Sources(sources, library),
                new Choices("What next?", [new Button("Share", new ShareAnswer(answer.Intent, [sources[0].Id])), .. sources.Select(ShowButton)]),
            ],
        };
    }

    /// <summary>Two to four cards side by side, each in its own words.</summary>
    public static IReadOnlyList<Block> Comparison(string question, IReadOnlyList<Card> cards, LibrarySnapshot library) =>
    [
        Quote(question),
        .. Sides(cards),
        Sources(cards, library),
        new Choices("What next?",
        [
            // An id of 100 characters holds two cards.
            .. cards.Count == 2 ? (Button[])[new Button("Share", new ShareAnswer(Intent.Compare, [cards[0].Id, cards[1].Id]))] : [],
            .. cards.Select(ShowButton),
        ]),
    ];

    /// <summary>The cards' definitions, then how each works, then their tips, where all have them.</summary>
    public static IEnumerable<Block> Sides(IReadOnlyList<Card> cards)
    {
        yield return Row(cards, card => card.Definition);
        if (cards.All(card => card.HowItWorks is not null))
        {
            yield return new Heading(MarkdownText.Plain("How it works / example"));
            yield return Row(cards, card => card.HowItWorks ?? "");
        }

        if (cards.All(card => card.QuickTip is not null))
        {
            yield return new Heading(MarkdownText.Plain("Quick tip"));
            yield return Row(cards, card => card.QuickTip ?? "");
        }
    }

    /// <summary>Both sides are one card.</summary>
    public static IReadOnlyList<Block> SameSide(string question, Card card, LibrarySnapshot library) =>
    [
        Quote(question),
        Say("Both are the same card:"),
        .. CardAnswer.Of(card, QuestionReader.Read(""), null),
        Sources([card], library),
        new Choices("What next?", [new Button("Share", new ShareAnswer(Intent.Define, [card.Id])), ShowButton(card)]),
    ];

    /// <summary>Only one side of a comparison was found: it answers, and what is missing is said.</summary>
    public static IReadOnlyList<Block> OneSide(string question, Card found, string missing, LibrarySnapshot library) =>
    [
        Quote(question),
        Say($"I found no card for “{Short(missing)}”, so here is the other side:"),
        .. CardAnswer.Of(found, QuestionReader.Read(""), null),
        Sources([found], library),
        new Choices("What next?", [new Button("Share", new ShareAnswer(Intent.Define, [found.Id])), ShowButton(found)]),
    ];

    /// <summary>Neither side of a comparison was found.</summary>
    public static IReadOnlyList<Block> NeitherSide(string question, IReadOnlyList<RankedCard> cards, LibrarySnapshot library) =>
        cards.Count == 0 ? Nothing(question, library) : Suggestions(question, cards);

    /// <summary>Not certain: the closest cards as buttons.</summary>
    public static IReadOnlyList<Block> Suggestions(string question, IReadOnlyList<RankedCard> cards) =>
    [
        Quote(question),
        Say("I am not certain. Closest cards:"),
        new Choices("Closest cards", [.. cards.Take(AskHandler.CardsShown).Select(ranked => ShowButton(ranked.Card))]),
    ];

    /// <summary>No card covers it.</summary>
    public static IReadOnlyList<Block> Nothing(string question, LibrarySnapshot library) =>
    [
        Quote(question),
        new Paragraph(MarkdownText.Plain("Nothing in ") + DeckNames(library) + MarkdownText.Plain(" covers this.")),
        Hint("Try it in other words, or see what there is with /decks."),
    ];

    /// <summary>A number that no card has.</summary>
    public static IReadOnlyList<Block> NoSuchNumber(string question, long number, LibrarySnapshot library)
    {
        var numbers = library.Cards.Select(card => card.Id.Number).OfType<int>().ToList();
        var range = numbers.Count == 0
            ? "The cards here have no numbers; ask by name."
            : string.Create(CultureInfo.InvariantCulture, $"The cards are numbered {numbers.Min()} to {numbers.Max()}.");
        return [Quote(question), Say(string.Create(CultureInfo.InvariantCulture, $"There is no card {number}. {range}"))];
    }

    /// <summary>No deck is loaded.</summary>
    public static IReadOnlyList<Block> NoCards() =>
    [
        Say("There are no cards yet, so I cannot answer anything."),
        Hint("Put a deck (a Markdown file) into the decks folder; it is read within two seconds."),
    ];

    /// <summary>The cards on a subject.</summary>
    public static IReadOnlyList<Block> List(string question, IReadOnlyList<Card> cards, LibrarySnapshot library) =>
    [
        Quote(question),
        Say(cards.Count == 1 ? "One card:" : string.Create(CultureInfo.InvariantCulture, $"{cards.Count} cards:")),
        new Choices("Show a card", [.. cards.Select(ShowButton)]),
        new Paragraph(MarkdownText.Plain($"From {string.Join(", ", cards.Select(card => card.Id.Deck).Distinct().Select(id => library.FindDeck(id)?.Title ?? id))}"), Tone.Quiet),
    ];

    /// <summary>What there is at all.</summary>
    public static IReadOnlyList<Block> Overview(string question, LibrarySnapshot library) =>
    [
        Quote(question),
        new Paragraph(MarkdownText.Authored(string.Join('\n', library.Decks.Select(deck =>
            $"- {MarkdownText.Bold(deck.Title).Source}: {Counted.Of(deck.Cards.Count, "card")}")))),
        Hint("Show one with /card and its name or number; /decks lists the sections."),
    ];

    /// <summary>No question at all: a greeting, thanks, punctuation, nothing. Cites nothing.</summary>
    public static IReadOnlyList<Block> Small(QuestionReading reading)
    {
        var said = reading.Words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        var isGreeting = said.Overlaps(["hi", "hey", "hello", "hiya", "yo", "sup", "morning", "afternoon", "evening", "greetings"]);
        var words = said.Overlaps(["thanks", "thank", "thx", "ty", "cheers"]) ? "You are welcome."
            : said.Overlaps(["bye", "goodbye", "cya", "night"]) ? "Until next time!"
            : reading.Text.Length == 0 ? "You did not type a question."
            : said.Overlaps(["who", "what"]) && said.Overlaps(["you", "u"]) ? "I am TutorBot: I answer from flashcards, word for word, and post a quiz a day."
            : said.Contains("how") && said.Overlaps(["you", "u"]) ? "I am well, thank you."
            : said.Contains("help") ? "Gladly."
            : said.IsSubsetOf(["ok", "okay", "good", "great", "nice", "cool", "fine", "alright", "got", "it"]) ? "Good."
            : isGreeting ? "Hello!"
            : "I do not see what you are asking about.";
        return [Say($"{words} Ask me about a term, as in “what is dropout?”, or type /help to see what else there is.")];
    }

    /// <summary>All of a card.</summary>
    public static IEnumerable<Block> WholeCard(Card card)
    {
        yield return new Paragraph(NameOf(card));
        List<Field> fields = [new(MarkdownText.Plain("Definition"), MarkdownText.Authored(card.Definition))];
        if (card.HowItWorks is { } work)
        {
            fields.Add(new Field(MarkdownText.Plain("How it works / example"), MarkdownText.Authored(work)));
        }

        if (card.QuickTip is { } tip)
        {
            fields.Add(new Field(MarkdownText.Plain("Quick tip"), MarkdownText.Authored(tip)));
        }

        yield return new Fields(fields);
    }

    /// <summary><c>**Dropout** (166)</c>.</summary>
    public static MarkdownText NameOf(Card card) =>
        MarkdownText.Bold(card.Title) + MarkdownText.Authored(card.Id.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $" ({number})") : "");

    /// <summary><c>Sources: 166 Dropout · Deep Learning &amp; Neural Networks</c>.</summary>
    public static Block Sources(IReadOnlyList<Card> cards, LibrarySnapshot library)
    {
        var parts = cards.GroupBy(card => card.Id.Deck, StringComparer.Ordinal).Select(group =>
            $"{string.Join(", ", group.Select(Label))} · {library.FindDeck(group.Key)?.Title ?? group.Key}");
        return new Paragraph(MarkdownText.Plain($"{(cards.Count == 1 ? "Source" : "Sources")}: {string.Join("; ", parts)}"), Tone.Quiet);
    }

    private static Fields Row(IReadOnlyList<Card> cards, Func<Card, string> text) => new(
        [.. cards.Select(card => new Field(NameOf(card), MarkdownText.Authored(text(card))))], SideBySide: true);

    /// <summary>A button that shows a card.</summary>
    public static Button ShowButton(Card card) => new(Label(Label(card)), new ShowCard(card.Id), $"/card {Typed(card)}");

    /// <summary>A label cut to what platforms take.</summary>
    public static string Label(string text) => text.Length > LongestLabel ? text[..(LongestLabel - 1)].TrimEnd() + "…" : text;

    private static string Label(Card card) => card.Id.Number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{number} {card.Title}")
        : card.Title;

    private static string Typed(Card card) => card.Id.Number is null ? card.Title : card.Id.Local;

    private static MarkdownText DeckNames(LibrarySnapshot library) => library.Decks.Count == 1
        ? MarkdownText.Authored("*") + MarkdownText.Plain(library.Decks[0].Title) + MarkdownText.Authored("*")
        : MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"the {library.Decks.Count} decks"));

    private static Paragraph Quote(string question) => new(MarkdownText.Plain(Short(question)), Tone.Quote);

    private static string Short(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return text[..end] + "…";
    }

    private static Paragraph Say(string text) => new(MarkdownText.Plain(text));

    private static Paragraph Hint(string text) => new(MarkdownText.Plain(text), Tone.Quiet);
}
