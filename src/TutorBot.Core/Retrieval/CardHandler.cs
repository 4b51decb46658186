using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;

namespace TutorBot.Core.Retrieval;

/// <summary>Answers <c>/card</c> and the buttons that show, relate and share cards.</summary>
/// <param name="retriever">Holds the cards, and finds near ones.</param>
public sealed class CardHandler(Retriever retriever)
{
    private const int Suggestions = 5;

    /// <summary>The card that somebody means; several, or near ones, as buttons.</summary>
    public Reply LookUp(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        var index = retriever.Current;
        var cleaned = QuestionReader.Clean(term);
        var cards = index.Library.Lookup.Resolve(cleaned);
        if (cards.Count == 1)
        {
            return Whole(cards[0], index);
        }

        if (cards.Count > 1)
        {
            return Choose($"Several cards match. Which one? Or type its id, as in /card {cards[0].Id}", cards, index);
        }

        if (int.TryParse(cleaned.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new Reply([.. AnswerWording.NoSuchNumber(cleaned, number, index.Library)]);
        }

        var ranking = retriever.Rank(index, QuestionReader.Read(cleaned), Suggestions);
        if (ranking is { Band: Band.Answer, Cards.Count: > 0 })
        {
            return Whole(ranking.Cards[0].Card, index);
        }

        return ranking.Cards.Count == 0 || ranking.Band == Band.Decline
            ? Reply.Say("No card of this name. Type a few letters after /card to see the names, or /decks for the decks.")
            : Choose("No card of exactly this name. Closest cards:", [.. ranking.Cards.Select(ranked => ranked.Card)], index);
    }

    /// <summary>All of a card.</summary>
    public Reply Show(CardId id)
    {
        var index = retriever.Current;
        return index.Library.Find(id) is { } card ? Whole(card, index) : Gone();
    }

    /// <summary>The cards nearest to a card.</summary>
    public Reply Related(CardId id)
    {
        var index = retriever.Current;
        return index.Library.Find(id) is { } card
            ? Choose($"Cards near {card.Title}:", index.Related(card, Suggestions), index)
            : Gone();
    }

    /// <summary>Two cards side by side.</summary>
    public Reply Compare(CardId first, CardId second)
    {
        var library = retriever.Current.Library;
        return library.Find(first) is { } one && library.Find(second) is { } other
            ? new Reply([.. AnswerWording.Comparison($"{one.Title} vs {other.Title}", [one, other], library)])
            : Gone();
    }

    /// <summary>An answer for the whole channel, made again from its cards; names who shared it.</summary>
    public Reply Share(ShareAnswer share, string displayName)
    {
        ArgumentNullException.ThrowIfNull(share);
        var library = retriever.Current.Library;
        var cards = share.Cards.Select(library.Find).OfType<Card>().ToList();
        if (cards.Count == 0 || cards.Count < share.Cards.Count)
        {
            return Gone();
        }

        List<Block> blocks = [new Paragraph(MarkdownText.Plain($"{displayName} shared:"), Tone.Quiet)];
        if (share.Intent == Intent.Compare && cards.Count > 1)
        {
            blocks.AddRange(AnswerWording.Sides(cards));
        }
        else if (share.Intent == Intent.Card)
        {
            blocks.AddRange(AnswerWording.WholeCard(cards[0]));
        }
        else
        {
            blocks.AddRange(CardAnswer.Of(cards[0], QuestionReader.Read("") with { Intent = share.Intent }, null));
        }

        blocks.Add(AnswerWording.Sources(cards, library));
        return new Reply(blocks, Audience.Channel);
    }

    private static Reply Whole(Card card, CardIndex index)
    {
        List<Block> blocks = [.. AnswerWording.WholeCard(card)];
        if (card.Extras.Count > 0)
        {
            blocks.Add(new Fields([.. card.Extras.Select(extra => new Field(MarkdownText.Plain(extra.Name), MarkdownText.Authored(extra.Text)))]));
        }

        if (card.Aliases.Count > 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain($"Also called {string.Join(", ", card.Aliases)}"), Tone.Quiet));
        }

        blocks.Add(AnswerWording.Sources([card], index.Library));
        List<Button> next =
        [
            new("Share", new ShareAnswer(Intent.Card, [card.Id])),
            new("Related", new ShowRelated(card.Id)),
        ];
        next.AddRange(index.Related(card, 2).Select(near => new Button(
            AnswerWording.Label($"Compare with {near.Title}"), new CompareCards(card.Id, near.Id), $"/compare {Typed(card)} {Typed(near)}")));
        blocks.Add(new Choices("What next?", next));
        return new Reply(blocks);
    }

    private static Reply Choose(string text, IReadOnlyList<Card> cards, CardIndex index)
    {
        var isMixed = cards.Select(card => card.Id.Deck).Distinct(StringComparer.Ordinal).Count() > 1
            || cards.Select(card => card.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count() < cards.Count;
        return new Reply(
        [
            new Paragraph(MarkdownText.Plain(text)),
            new Choices("Cards", [.. cards.Select(card => isMixed
                ? new Button(AnswerWording.Label($"{card.Title} · {index.Library.FindDeck(card.Id.Deck)?.Title} · {card.Id}"), new ShowCard(card.Id), $"/card {card.Id}")
                : AnswerWording.ShowButton(card))]),
        ]);
    }

    private static Reply Gone() => Reply.Say("This card is no longer in the decks.");

    private static string Typed(Card card) => card.Id.Number?.ToString(CultureInfo.InvariantCulture) ?? $"\"{card.Title}\"";
}
