using System.Text.RegularExpressions;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// The cards on a subject, by its words: for "cards about X" those whose title or definition holds them all, for "kinds of
/// X" those that say that they are one, or that the card of X names as one.
/// </summary>
internal static partial class SubjectList
{
    private const int MostCards = 25;
    private const int MostExamined = 500;
    private static readonly string[] Denials = ["instead of", "without", "unlike", "rather than", "no longer"];

    /// <summary>The cards, the subject's own first; empty where a word of the subject is in no card, or no card holds all.</summary>
    public static IReadOnlyList<Card> Of(QuestionReading reading, CardIndex index)
    {
        var words = reading.Words.Where(reading.IsContent).Select(word => word.Text).Where(word => !StopWords.IsTalk(word)).Distinct().ToList();
        var subject = words.Select(EnglishStemmer.Stem).ToHashSet(StringComparer.Ordinal);
        if (words.Count == 0 || words.Exists(word => index.Words.TermOf(word) < 0))
        {
            return [];
        }

        var (fraction, coverage) = (new float[index.Count], new float[index.Count]);
        index.Words.Score([.. words.Select(index.Words.TermOf).Distinct()], fraction, coverage);
        var holding = Enumerable.Range(0, index.Count).Where(row => coverage[row] > 0.999f).OrderByDescending(row => fraction[row]).Take(MostExamined)
            .Select(row => index[row].Card).ToList();
        var titled = holding.Where(card => card.Names.Any(name => subject.IsSubsetOf(Stems(name)))).ToList();
        if (KindPattern().IsMatch(reading.Text) && Kinds(subject, titled, holding, index) is { Count: > 1 } kinds)
        {
            return kinds;
        }

        var defined = holding.Where(card => DefinitionHolds(card, subject));
        return [.. titled.Concat(defined).DistinctBy(card => card.Id).Take(MostCards)];
    }

    /// <summary>The cards that are of a kind: by title ("Hidden Layer"), by definition ("is an activation function"), or by the kind's own card.</summary>
    private static List<Card> Kinds(HashSet<string> subject, List<Card> titled, List<Card> holding, CardIndex index)
    {
        var named = titled.Where(card => card.Names.Any(name => WordSplitter.Split(name) is [.., var last] && subject.Contains(EnglishStemmer.Stem(last.Text))));
        var defined = holding.Where(card => KindSentence().Match(FirstSentence(card.Definition)) is { Success: true } match
            && subject.IsSubsetOf(Stems(match.Groups["kind"].Value)) && !IsDenial(card.Definition));
        List<Card> kinds = [.. named.Concat(Head(titled, subject) is { } head ? Kin(head, index) : []).Concat(defined).DistinctBy(card => card.Id)];

        // "Leaky ReLU is like ReLU": what is like one of a kind is of the kind.
        var lookup = index.Library.Lookup;
        var alike = index.Count > MostExamined ? [] : Enumerable.Range(0, index.Count).Select(row => index[row].Card)
            .Where(card => AlikeSentence().Match(FirstSentence(card.Definition)) is { Success: true } match
                && Named(match.Groups["other"].Value, lookup).FirstOrDefault() is { } other && kinds.Exists(kind => kind.Id == other.Id));
        return [.. kinds.Concat(alike.ToList()).DistinctBy(card => card.Id).Take(MostCards)];
    }

    /// <summary>The card whose title is the subject, with at most one further word; null where several are.</summary>
    private static Card? Head(List<Card> titled, HashSet<string> subject) =>
        titled.Where(card => card.Names.Any(name => Stems(name) is var stems && subject.IsSubsetOf(stems) && stems.Count <= subject.Count + 1)).ToList() is [var head]
            ? head
            : null;

    private static IEnumerable<Card> Kin(Card head, CardIndex index)
    {
        var lookup = index.Library.Lookup;
        foreach (var items in CardSentences.Split(head.Definition).Select(range => Enumeration().Match(head.Definition[range]).Groups["items"].Value))
        {
            foreach (var card in Named(items, lookup).Where(card => card.Id != head.Id && card.Id.Deck == head.Id.Deck))
            {
                yield return card;
            }
        }

        if (index.Count > MostExamined)
        {
            yield break;
        }

        for (var row = 0; row < index.Count; row++)
        {
            var card = index[row].Card;
            var first = FirstSentence(card.Definition);
            if (card.Id != head.Id && card.Id.Deck == head.Id.Deck && !IsDenial(first) && Named(first, lookup).Any(named => named.Id == head.Id))
            {
                yield return card;
            }
        }
    }

    /// <summary>The cards that a text names, longest names first, in the order of the text.</summary>
    private static IEnumerable<Card> Named(string text, CardLookup lookup)
    {
        var words = WordSplitter.Split(text);
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = Math.Min(4, words.Count - start); length > 0; length--)
            {
                if (length == 1 && StopWords.IsFunctionWord(words[start].Text))
                {
                    break;
                }

                var found = lookup.ByName(string.Concat(words.Skip(start).Take(length).Select(word => word.Text)));
                if (found.Count > 0)
                {
                    foreach (var card in found)
                    {
                        yield return card;
                    }

                    start += length - 1;
                    break;
                }
            }
        }
    }

    private static bool DefinitionHolds(Card card, HashSet<string> subject) =>
        CardSentences.Split(card.Definition).Select(range => card.Definition[range])
            .Any(sentence => !IsDenial(sentence) && subject.IsSubsetOf(Stems(sentence)));

    private static bool IsDenial(string sentence) => Denials.Any(denial => sentence.Contains(denial, StringComparison.OrdinalIgnoreCase));

    private static string FirstSentence(string text) =>
        CardSentences.Split(text).Select(range => text[range]).FirstOrDefault() ?? text;

    [GeneratedRegex(@"\b(?:types?|kinds?|sorts?|list|all|every|name|are there|exist|examples? of)\b", RegexOptions.IgnoreCase)]
    private static partial Regex KindPattern();

    [GeneratedRegex(@"\b(?:is|are) (?:an?|the|one of the) (?<kind>[^,.;:]+?)(?= (?:that|which|with|where|used|using|designed|made|for|to|by|in)\b|[,.;:]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex KindSentence();

    [GeneratedRegex(@"\b(?:is|are) (?:like|similar to|an? (?:\w+ )?(?:variant|version|kind|type|form) of) (?:an? |the )?(?<other>.+)", RegexOptions.IgnoreCase)]
    private static partial Regex AlikeSentence();

    [GeneratedRegex(@"\b(?:includes?|including|such as|like|e\.g\.|for example|are)\b(?<items>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Enumeration();

    private static HashSet<string> Stems(string text) =>
        WordSplitter.Split(text).Select(word => EnglishStemmer.Stem(word.Text)).ToHashSet(StringComparer.Ordinal);
}
