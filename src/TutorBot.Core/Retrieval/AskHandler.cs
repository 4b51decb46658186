using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval.Phrasing;

namespace TutorBot.Core.Retrieval;

/// <summary>Answers questions and comparisons from the cards.</summary>
/// <param name="retriever">Finds the cards.</param>
/// <param name="phrasing">Phrases answers by a model, or null: the cards' own words are shown.</param>
public sealed class AskHandler(Retriever retriever, GroundedPhrasing? phrasing)
{
    /// <summary>How many cards an answer names at most, the ones it did not choose included.</summary>
    public const int CardsShown = 5;

    private const int CardsListed = 25;
    private const int CardsPhrased = 3;

    /// <summary>A list is found by words: it may lack a card that says the same in others.</summary>
    private const double ListConfidence = 0.95;
    private readonly ComparisonAnswers _comparisons = new(retriever);

    /// <summary>Finds the card that answers a question, and words the answer. Never throws for any text.</summary>
    /// <param name="question">Anything a person may type.</param>
    /// <param name="deckId">Narrows to one deck, or null: all decks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Answer> AnswerAsync(string question, string? deckId, CancellationToken cancellationToken) =>
        AnswerAsync(question, deckId, CardsShown, cancellationToken);

    /// <summary>Sets two cards against each other; each side is found on its own.</summary>
    public Task<Answer> CompareAsync(string first, string second, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_comparisons.Typed(first, second, retriever.Current, CardsShown));
    }

    /// <summary>The same with as many ranked cards as there are, for measuring.</summary>
    internal async Task<Answer> AnswerAsync(string question, string? deckId, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        cancellationToken.ThrowIfCancellationRequested();
        var index = deckId is null ? retriever.Current : retriever.Current.Narrow(deckId);
        var reading = QuestionReader.Read(question);
        var answer = Answer(reading, index, limit);
        if (phrasing is null || answer.Band != Band.Answer || answer.Intent is not (Intent.Define or Intent.Example))
        {
            return answer;
        }

        var given = answer.Cards.Take(CardsPhrased).Select(ranked => ranked.Card).ToList();
        return await phrasing.PhraseAsync(reading.Text, given, cancellationToken).ConfigureAwait(false) is { } sentences
            ? AnswerWording.Phrased(answer, sentences, index.Library)
            : answer;
    }

    private Answer Answer(QuestionReading reading, CardIndex index, int limit)
    {
        if (index.Count == 0)
        {
            return Declined(reading.Text, Intent.None, [], AnswerWording.NoCards());
        }

        if (reading.Number is { } number && index.Library.Lookup.ByNumber(number).Count == 0)
        {
            return Declined(reading.Text, Intent.Card, [], AnswerWording.NoSuchNumber(reading.Text, number, index.Library));
        }

        if (reading.Number is { } negative && reading.Text.StartsWith('-'))
        {
            return Declined(reading.Text, Intent.Card, [], AnswerWording.NoSuchNumber(reading.Text, -negative, index.Library));
        }

        if (reading.Number is null && CardNumbers.Read(reading) is { } asked && Numbered(reading, asked, index) is { } numbered)
        {
            return numbered;
        }

        if (reading.Sides is { } sides && _comparisons.Answer(reading.Text, sides, index, limit) is { } comparison)
        {
            return comparison;
        }

        var isList = reading.Intent == Intent.List;
        if (isList && !reading.Words.Any(reading.IsContent))
        {
            return Answered(reading, Ranking.Nothing with { Confidence = 1 }, [], AnswerWording.Overview(reading.Text, index.Library));
        }

        if (isList && SubjectList.Of(reading, index) is { Count: > 1 } listed)
        {
            return Listed(reading, listed, index);
        }

        var ranking = retriever.Rank(index, reading, isList ? Math.Max(limit, CardsListed) : limit);
        if (ranking.Cards.Count == 0)
        {
            return Declined(reading.Text, Intent.None, [], AnswerWording.Small(reading));
        }

        var first = ranking.Cards[0].Card;
        if (ranking.Band == Band.Answer && OriginQuestion.IsOne(reading.Text) && !OriginQuestion.IsAnsweredBy(first))
        {
            // The card is found, but it does not say who or when.
            return Suggested(reading, ranking with { Confidence = ranking.Confidence / 2, Band = Band.Suggest });
        }

        return ranking.Band switch
        {
            Band.Answer when isList => List(reading, ranking, index),
            Band.Answer => Answered(reading, ranking, [first], AnswerWording.Card(reading, ranking, index.Library)),
            Band.Suggest => Suggested(reading, ranking),
            _ => Declined(reading.Text, reading.Intent, ranking.Cards, AnswerWording.Nothing(reading.Text, index.Library)) with
            {
                Confidence = ranking.Confidence,
            },
        };
    }

    private static Answer List(QuestionReading reading, Ranking ranking, CardIndex index)
    {
        var listed = ranking.Cards.Take(Math.Max(1, ranking.Related)).Select(ranked => ranked.Card).ToList();
        return Answered(reading, ranking, listed, AnswerWording.List(reading.Text, listed, index.Library));
    }

    private static Answer Listed(QuestionReading reading, IReadOnlyList<Card> cards, CardIndex index) => new(
        reading.Text, Band.Answer, ListConfidence, Intent.List, [.. cards.Select(card => new RankedCard(card, 1))], cards, AnswerWording.List(reading.Text, cards, index.Library));

    /// <summary>Cards by their numbers: one field of one card, two or three against each other, or a list; null where none of them is a card.</summary>
    private static Answer? Numbered(QuestionReading reading, CardNumbers asked, CardIndex index)
    {
        var found = asked.Numbers.Select(number => index.Library.Lookup.ByNumber(number)).ToList();
        List<Card> cards = [.. found.Where(one => one.Count == 1).Select(one => one[0]).DistinctBy(card => card.Id)];
        if (cards.Count == 0 || (!asked.IsRange && cards.Count < asked.Numbers.Count))
        {
            return null;
        }

        return cards switch
        {
            [var card] => Answered(
                reading,
                new Ranking([new RankedCard(card, 1)], 1, Band.Answer, null, 1),
                [card],
                AnswerWording.Card(reading, new Ranking([new RankedCard(card, 1)], 1, Band.Answer, null, 1), index.Library)),
            { Count: 2 or 3 } when !asked.IsRange && reading.Intent != Intent.List => ComparisonAnswers.OfCards(reading.Text, cards, index),
            _ => Listed(reading, cards, index),
        };
    }

    private static Answer Answered(QuestionReading reading, Ranking ranking, IReadOnlyList<Card> sources, IReadOnlyList<Chat.Block> blocks) =>
        new(reading.Text, Band.Answer, ranking.Confidence, reading.Intent, ranking.Cards, sources, blocks);

    private static Answer Suggested(QuestionReading reading, Ranking ranking) =>
        new(reading.Text, Band.Suggest, ranking.Confidence, reading.Intent, ranking.Cards, [], AnswerWording.Suggestions(reading.Text, ranking.Cards));

    private static Answer Declined(string question, Intent intent, IReadOnlyList<RankedCard> cards, IReadOnlyList<Chat.Block> blocks) =>
        new(question, Band.Decline, 0, intent, cards, [], blocks);
}
