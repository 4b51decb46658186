using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// Finds the card that a question names and does nothing else but name: certain, without a model (RETRIEVAL.md §3.2).
/// </summary>
internal static class NameRule
{
    private const int Loosest = 4;

    /// <summary>Names are far shorter; a text that fills this is no name.</summary>
    private const int LongestName = 128;

    /// <summary>The cards of that name; several where decks share it; empty where the question is more than a name.</summary>
    /// <param name="lookup">The cards.</param>
    /// <param name="reading">The question.</param>
    /// <param name="corrected">Its words after correction, or null to read them as typed.</param>
    public static IReadOnlyList<Card> Find(CardLookup lookup, QuestionReading reading, CorrectedQuery? corrected)
    {
        Span<char> name = stackalloc char[LongestName];
        var last = 0;
        for (var strictness = 0; strictness <= Loosest; strictness++)
        {
            var length = corrected is null ? Join(reading, strictness, name) : Join(corrected, strictness, name);

            // Names that grow no shorter are the same name.
            if (length == last)
            {
                continue;
            }

            last = length;
            if (length is > 0 and < LongestName && lookup.ByName(name[..length].ToString()) is { Count: > 0 } cards)
            {
                return cards;
            }
        }

        return [];
    }

    /// <summary>Whether the cards bear the name only as it was mended.</summary>
    public static bool IsMisspelt(CardLookup lookup, CorrectedQuery query, IReadOnlyList<Card> named) =>
        query.IsCorrected && query.Corrections.Any(correction =>
            !named.Any(card => lookup.ByName(correction.Typed).Contains(card))
            && named.Any(card => card.Names.Any(name => name.Contains(correction.Read.Split(' ')[0], StringComparison.OrdinalIgnoreCase))));

    private static int Join(QuestionReading reading, int strictness, Span<char> name)
    {
        var length = 0;
        foreach (var word in reading.Words)
        {
            if (IsPart(word.Text, strictness, reading.IsInFieldSpan(word)))
            {
                Add(word.Text, name, ref length);
            }
        }

        return length;
    }

    private static int Join(CorrectedQuery query, int strictness, Span<char> name)
    {
        var length = 0;
        foreach (var word in query.Words)
        {
            if (IsPart(word.Text, strictness, isInFieldSpan: strictness >= 3 && !word.IsContent))
            {
                Add(word.Text, name, ref length);
            }
        }

        return length;
    }

    private static void Add(string word, Span<char> name, ref int length)
    {
        foreach (var c in word)
        {
            if (length < name.Length && char.IsLetterOrDigit(c))
            {
                name[length++] = c;
            }
        }
    }

    /// <summary>First all words, then without function words, then without courtesy, then without words that name a field, then without the kind of thing.</summary>
    private static bool IsPart(string word, int strictness, bool isInFieldSpan) =>
        (strictness < 1 || !StopWords.IsFunctionWord(word))
        && (strictness < 2 || !StopWords.IsTalk(word))
        && (strictness < 3 || (!StopWords.IsFieldWord(word) && !isInFieldSpan))
        && (strictness < 4 || !StopWords.IsKindOfThing(word));
}
