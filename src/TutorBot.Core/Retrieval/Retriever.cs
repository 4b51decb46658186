using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// Finds cards for questions: names and numbers by rule, then card vectors, late interaction and words, fused by fitted
/// weights (RETRIEVAL.md §3). One reference to an immutable index, swapped whole on reload.
/// </summary>
/// <param name="encoder">The model.</param>
/// <param name="weights">Fitted for this model, or null: then ranks are fused and only rules answer.</param>
public sealed class Retriever(ITokenEncoder encoder, RankingWeights? weights)
{
    private volatile CardIndex _current = CardIndex.Empty;

    /// <summary>The index now. Read it once per request.</summary>
    public CardIndex Current => _current;

    /// <summary>From which confidence on a card is the answer, and from which it is suggested; without fitted weights none is the answer.</summary>
    public (double AnswerFrom, double SuggestFrom) Thresholds => weights is null ? (1, 0) : (weights.AnswerFrom, weights.SuggestFrom);

    /// <summary>Puts another index in its place.</summary>
    public void Replace(CardIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        _current = index;
    }

    /// <summary>The best cards for a question.</summary>
    /// <param name="index">The index to search: <see cref="Current"/>, or a narrowed one.</param>
    /// <param name="reading">The question as read.</param>
    /// <param name="limit">How many cards at most, at least 1.</param>
    public Ranking Rank(CardIndex index, QuestionReading reading, int limit)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(reading);
        if (index.Count == 0 || reading.Words.Count == 0)
        {
            return Ranking.Nothing;
        }

        var query = CorrectedQuery.Of(reading, index);
        var named = Named(index, reading, query);
        if (named.Count == 0 && reading.Intent == Intent.None)
        {
            return Ranking.Nothing;
        }

        using var vectors = new QuestionVectors(encoder.Encode(query.Text, TextKind.Query), query);
        using var evidence = EvidenceCollector.Collect(index, query, vectors);
        return Decide(index, query, vectors, evidence, named, reading.Intent == Intent.List, limit);
    }

    /// <summary>Whether the question names one card and nothing else; asks no model.</summary>
    internal static bool IsName(CardIndex index, QuestionReading reading) =>
        index.Count > 0 && reading.Words.Count > 0 && Named(index, reading, CorrectedQuery.Of(reading, index)).Count == 1;

    /// <summary>What the question's words and the model say, before any weight; null where a rule already answers.</summary>
    internal Evidence? Examine(CardIndex index, QuestionReading reading, out IReadOnlyList<Card> named)
    {
        var query = CorrectedQuery.Of(reading, index);
        named = Named(index, reading, query);
        if (named.Count > 0 || index.Count == 0)
        {
            return null;
        }

        using var vectors = new QuestionVectors(encoder.Encode(query.Text, TextKind.Query), query);
        return EvidenceCollector.Collect(index, query, vectors);
    }

    private static IReadOnlyList<Card> Named(CardIndex index, QuestionReading reading, CorrectedQuery query)
    {
        var lookup = index.Library.Lookup;
        if (reading.Number is { } number)
        {
            return lookup.ByNumber(number);
        }

        var named = NameRule.Find(lookup, reading, null);
        return named.Count == 0 && query.IsCorrected ? NameRule.Find(lookup, reading, query) : named;
    }

    private Ranking Decide(
        CardIndex index,
        CorrectedQuery query,
        QuestionVectors vectors,
        Evidence evidence,
        IReadOnlyList<Card> named,
        bool isList,
        int limit)
    {
        Span<double> scores = stackalloc double[EvidenceCollector.GreatestExaminedWhole];
        scores = scores[..evidence.Count];
        Fusion.Score(evidence, weights?.Fusion, scores);
        Span<int> order = stackalloc int[EvidenceCollector.GreatestExaminedWhole];
        order = order[..evidence.Count];
        Fusion.Order(scores, order);

        var cards = new List<RankedCard>(Math.Min(limit, evidence.Count + named.Count));
        foreach (var card in named)
        {
            cards.Add(new RankedCard(card, ScoreOf(index, card, evidence, scores)));
        }

        cards.Sort((a, b) => b.Score.CompareTo(a.Score));
        foreach (var candidate in order)
        {
            var card = index[evidence.Candidates[candidate].Row].Card;
            if (cards.Count < limit && !named.Contains(card))
            {
                cards.Add(new RankedCard(card, scores[candidate]));
            }
        }

        var (confidence, band) = Confidence(evidence, scores, order[0], named);
        if (named.Count == 1 && NameRule.IsMisspelt(index.Library.Lookup, query, named))
        {
            confidence = MisspeltName;
        }

        if (band == Band.Answer && named.Count == 0 && weights is not null && (query.IsGuess || ForeignContext.IsIn(index, query, vectors.Whole, cards[0].Card, encoder)))
        {
            (confidence, band) = (Math.Min(confidence, Math.BitDecrement(weights.AnswerFrom)), Band.Suggest);
        }

        var first = index[index.RowOf(cards[0].Card.Id)];
        var sentence = band == Band.Answer ? BestSentence.Of(first, index, query, vectors) : null;
        return new Ranking(cards, confidence, band, sentence, isList ? Related(index, evidence, cards) : 1)
        {
            Corrections = query.Corrections,
            IsNamed = named.Count == 1,
        };
    }

    private (double Confidence, Band Band) Confidence(
        Evidence evidence,
        ReadOnlySpan<double> scores,
        int best,
        IReadOnlyList<Card> named)
    {
        // One name for several cards is certain too, but not which of them is meant.
        if (named.Count > 0)
        {
            return named.Count == 1 ? (1, Band.Answer) : (1.0 / named.Count, Band.Suggest);
        }

        if (weights is null)
        {
            return evidence.KnownShare < LeastKnownUnfitted ? (0, Band.Decline) : (evidence.KnownShare / 2, Band.Suggest);
        }

        var confidence = weights.Confidence.Probability(evidence.Weigh(scores, best));
        return (confidence, weights.BandOf(confidence));
    }

    /// <summary>A name that was mended is as good as certain, but people are told what was read.</summary>
    private const double MisspeltName = 0.97;

    /// <summary>Without fitted weights, what share of a question's words the cards must know for a suggestion.</summary>
    private const double LeastKnownUnfitted = 0.34;

    /// <summary>
    /// How many of the first cards hold at least half of what the best of them holds of the question's words; a card
    /// that holds none of them ends the list.
    /// </summary>
    private static int Related(CardIndex index, Evidence evidence, List<RankedCard> cards)
    {
        var coverages = new Dictionary<int, float>(evidence.Count);
        foreach (var candidate in evidence.Candidates)
        {
            coverages[candidate.Row] = candidate.Features.Coverage;
        }

        var least = coverages.Values.DefaultIfEmpty().Max() / 2;
        var related = cards.FindIndex(ranked =>
            !coverages.TryGetValue(index.RowOf(ranked.Card.Id), out var coverage) || coverage <= 0 || coverage < least);
        return related < 0 ? cards.Count : related;
    }

    private static double ScoreOf(CardIndex index, Card card, Evidence evidence, ReadOnlySpan<double> scores)
    {
        var row = index.RowOf(card.Id);
        for (var i = 0; i < evidence.Count; i++)
        {
            if (evidence.Candidates[i].Row == row)
            {
                return scores[i];
            }
        }

        return 0;
    }
}
