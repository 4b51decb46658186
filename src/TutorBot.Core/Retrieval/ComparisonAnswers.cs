using System.Text.RegularExpressions;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>Sets cards against each other; each side is found on its own.</summary>
internal sealed partial class ComparisonAnswers(Retriever retriever)
{
    private const int MostSides = 4;
    private const int MostCuts = 8;

    /// <summary>The comparison, or null where the sides are not cards and the wording allows another reading.</summary>
    public Answer? Answer(string question, ComparisonSides sides, CardIndex index, int limit)
    {
        if (Several(question, sides, index, limit) is { } several)
        {
            return several;
        }

        // "A and B" compares only cards by name; to find that out no model is asked.
        if (!sides.IsCertain && !(IsName(sides.First, index) && IsName(sides.Second, index)))
        {
            return null;
        }

        var first = Side(sides.First, index, limit);
        var second = Side(sides.Second, index, limit);
        var (hasFirst, hasSecond) = (IsFound(first, sides.First), IsFound(second, sides.Second));
        if (hasFirst && hasSecond)
        {
            var (one, other) = (first.Cards[0].Card, second.Cards[0].Card);
            return new Answer(
                question,
                Band.Answer,
                Math.Min(first.Confidence, second.Confidence),
                Intent.Compare,
                [.. Ordered([first, second]).Take(Math.Max(2, limit))],
                one.Id == other.Id ? [one] : [one, other],
                one.Id == other.Id ? AnswerWording.SameSide(question, one, index.Library) : AnswerWording.Comparison(question, [one, other], index.Library));
        }

        if (!hasFirst && !hasSecond)
        {
            // Something near either side is more than nothing.
            return first.Band == Band.Decline && second.Band == Band.Decline ? null : Suggested(question, Ordered([first, second]).Take(limit).ToList());
        }

        var (found, missing) = hasFirst ? (first, sides.Second) : (second, sides.First);
        return new Answer(
            question,
            Band.Answer,
            found.Confidence,
            Intent.Compare,
            [.. Ordered([found, hasFirst ? second : first]).Take(Math.Max(2, limit))],
            [found.Cards[0].Card],
            AnswerWording.OneSide(question, found.Cards[0].Card, missing, index.Library));
    }

    /// <summary>The sides as somebody typed them after <c>/compare</c>; where they are no cards, every other cut is tried.</summary>
    public Answer Typed(string first, string second, CardIndex index, int limit)
    {
        var (one, other) = (QuestionReader.Clean(first), QuestionReader.Clean(second));
        var lookup = index.Library.Lookup;
        if (lookup.Resolve(one).Count == 0 || lookup.Resolve(other).Count == 0)
        {
            (one, other) = Recut($"{one} {other}", index) ?? (one, other);
        }

        return Answer($"{one} vs {other}", new ComparisonSides(one, other, IsCertain: true), index, limit) ?? Missing(one, other, index, limit);
    }

    /// <summary>Cards that were asked for by their numbers.</summary>
    public static Answer OfCards(string question, IReadOnlyList<Card> cards, CardIndex index) => new(
        question, Band.Answer, 1, Intent.Compare, [.. cards.Select(card => new RankedCard(card, 1))], cards, AnswerWording.Comparison(question, cards, index.Library));

    /// <summary>Three or four sides: "LSTM, GRU and RNN". All must be cards by name.</summary>
    private Answer? Several(string question, ComparisonSides sides, CardIndex index, int limit)
    {
        var parts = Joint().Split(sides.Whole ?? $"{sides.First} and {sides.Second}").Select(part => part.Trim(' ', '.', '?', '!', '"')).Where(part => part.Length > 0).ToList();
        if (parts.Count is < 3 or > MostSides || !parts.TrueForAll(part => IsName(part, index)))
        {
            return null;
        }

        var rankings = parts.ConvertAll(part => Side(part, index, limit));
        var cards = rankings.ConvertAll(ranking => ranking.Cards.Count > 0 ? ranking.Cards[0].Card : null).OfType<Card>().DistinctBy(card => card.Id).ToList();
        return cards.Count == parts.Count
            ? new Answer(
                question,
                Band.Answer,
                rankings.Min(ranking => ranking.Confidence),
                Intent.Compare,
                [.. Ordered(rankings).Take(Math.Max(cards.Count, limit))],
                cards,
                AnswerWording.Comparison(question, cards, index.Library))
            : null;
    }

    private static Answer Suggested(string question, List<RankedCard> cards) =>
        new(question, Band.Suggest, 0, Intent.Compare, cards, [], AnswerWording.Suggestions(question, cards));

    private Answer Missing(string first, string second, CardIndex index, int limit)
    {
        var cards = Ordered([Side(first, index, limit), Side(second, index, limit)]).Take(limit).ToList();
        var question = $"{first} vs {second}";
        return new Answer(question, Band.Decline, 0, Intent.Compare, cards, [], AnswerWording.NeitherSide(question, cards, index.Library));
    }

    private Ranking Side(string text, CardIndex index, int limit) => retriever.Rank(index, Read(text), limit);

    private static bool IsName(string text, CardIndex index) => Retriever.IsName(index, Read(text));

    private static QuestionReading Read(string text) => QuestionReader.Read(LeadIn().Replace(text, "")) with { Sides = null };

    /// <summary>
    /// A side of one word must be what a card is called: "weight" is no "Weight Initialization", however near.
    /// </summary>
    private static bool IsFound(Ranking side, string text) =>
        side is { Band: Band.Answer, Cards.Count: > 0 } && (side.IsNamed || WordSplitter.Split(text).Count(word => !StopWords.IsFunctionWord(word.Text) && !StopWords.IsTalk(word.Text)) > 1);

    /// <summary>Two names at any cut of the words; else the cut whose sides are surest, if they are different cards.</summary>
    private (string First, string Second)? Recut(string text, CardIndex index)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (string First, string Second)? best = null;
        var surest = 0.0;
        for (var cut = 1; cut < Math.Min(words.Length, MostCuts); cut++)
        {
            var (first, second) = (string.Join(' ', words[..cut]), string.Join(' ', words[cut..]));
            var (one, other) = (Side(first, index, 1), Side(second, index, 1));
            if (one.Band == Band.Answer && other.Band == Band.Answer && one.Cards[0].Card.Id != other.Cards[0].Card.Id
                && Math.Min(one.Confidence, other.Confidence) > surest)
            {
                (best, surest) = ((first, second), Math.Min(one.Confidence, other.Confidence));
            }
        }

        return best;
    }

    /// <summary>The sides' cards first, then what else was near any of them.</summary>
    private static IEnumerable<RankedCard> Ordered(IReadOnlyList<Ranking> sides) =>
        sides.SelectMany(side => side.Cards.Take(1))
            .Concat(sides.SelectMany(side => side.Cards.Skip(1)).OrderByDescending(ranked => ranked.Score))
            .DistinctBy(ranked => ranked.Card.Id);

    [GeneratedRegex(@"\s*[,;]\s*(?:and |or )?|\s+(?:and|or|vs\.?|versus|&)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(?:(?:should|do|would|can|could|shall) (?:i|you|we|one|people) )?(?:use|choose|pick|prefer|take|want|need) (?:an? |the )?|^is it (?:an? |the )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadIn();
}
