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
        var index = retriever.Current;
        var (one, other) = (QuestionReader.Clean(first), QuestionReader.Clean(second));
        var sides = new ComparisonSides(one, other, IsCertain: true);
        return Task.FromResult(Compare($"{one} vs {other}", sides, index, CardsShown) ?? Missing(one, other, index));
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

        if (reading.Sides is { } sides && Compare(reading.Text, sides, index, limit) is { } comparison)
        {
            return comparison;
        }

        var isList = reading.Intent == Intent.List;
        if (isList && !reading.Words.Any(reading.IsContent))
        {
            return Answered(reading, Ranking.Nothing with { Confidence = 1 }, [], AnswerWording.Overview(reading.Text, index.Library));
        }

        var ranking = retriever.Rank(index, reading, isList ? Math.Max(limit, CardsListed) : limit);
        if (ranking.Cards.Count == 0)
        {
            return Declined(reading.Text, Intent.None, [], AnswerWording.Small(reading));
        }

        var first = ranking.Cards[0].Card;
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

    /// <summary>The comparison, or null where the sides are not both cards and the wording allows another reading.</summary>
    private Answer? Compare(string question, ComparisonSides sides, CardIndex index, int limit)
    {
        var first = Side(sides.First, index, limit);
        var second = Side(sides.Second, index, limit);
        var (hasFirst, hasSecond) = (IsFound(first), IsFound(second));
        if (hasFirst && hasSecond)
        {
            var (one, other) = (first.Cards[0].Card, second.Cards[0].Card);
            return one.Id == other.Id
                ? null
                : new Answer(
                    question,
                    Band.Answer,
                    Math.Min(first.Confidence, second.Confidence),
                    Intent.Compare,
                    [.. Ordered(first, second).Take(Math.Max(2, limit))],
                    [one, other],
                    AnswerWording.Comparison(question, one, other, index.Library));
        }

        if (!sides.IsCertain || (!hasFirst && !hasSecond))
        {
            return null;
        }

        var (found, missing) = hasFirst ? (first, sides.Second) : (second, sides.First);
        return new Answer(
            question,
            Band.Answer,
            found.Confidence,
            Intent.Compare,
            [.. Ordered(found, hasFirst ? second : first).Take(Math.Max(2, limit))],
            [found.Cards[0].Card],
            AnswerWording.OneSide(question, found.Cards[0].Card, missing, index.Library));
    }

    private Ranking Side(string text, CardIndex index, int limit)
    {
        var reading = QuestionReader.Read(text) with { Sides = null };
        return retriever.Rank(index, reading, limit);
    }

    private static bool IsFound(Ranking side) => side is { Band: Band.Answer, Cards.Count: > 0 };

    /// <summary>The two sides first, then what else was near either of them.</summary>
    private static IEnumerable<RankedCard> Ordered(Ranking first, Ranking second) =>
        first.Cards.Take(1).Concat(second.Cards.Take(1))
            .Concat(first.Cards.Skip(1).Concat(second.Cards.Skip(1)).OrderByDescending(ranked => ranked.Score))
            .DistinctBy(ranked => ranked.Card.Id);

    private Answer Missing(string first, string second, CardIndex index)
    {
        var cards = Ordered(Side(first, index, CardsShown), Side(second, index, CardsShown)).Take(CardsShown).ToList();
        var question = $"{first} vs {second}";
        return Declined(question, Intent.Compare, cards, AnswerWording.NeitherSide(question, cards, index.Library));
    }

    private static Answer Answered(QuestionReading reading, Ranking ranking, IReadOnlyList<Card> sources, IReadOnlyList<Chat.Block> blocks) =>
        new(reading.Text, Band.Answer, ranking.Confidence, reading.Intent, ranking.Cards, sources, blocks);

    private static Answer Suggested(QuestionReading reading, Ranking ranking) =>
        new(reading.Text, Band.Suggest, ranking.Confidence, reading.Intent, ranking.Cards, [], AnswerWording.Suggestions(reading.Text, ranking.Cards));

    private static Answer Declined(string question, Intent intent, IReadOnlyList<RankedCard> cards, IReadOnlyList<Chat.Block> blocks) =>
        new(question, Band.Decline, 0, intent, cards, [], blocks);
}
