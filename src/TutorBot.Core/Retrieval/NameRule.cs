using System.Buffers;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// Finds the card that a question names and does nothing else but name: certain, without a model (RETRIEVAL.md §3.2).
/// </summary>
internal static class NameRule
{
    private const int Loosest = 4;

    /// <summary>The cards of that name; several where decks share it; empty where the question is more than a name.</summary>
    /// <param name="lookup">The cards.</param>
    /// <param name="reading">The question.</param>
    /// <param name="corrected">Its words after correction, or null to read them as typed.</param>
    public static IReadOnlyList<Card> Find(CardLookup lookup, QuestionReading reading, CorrectedQuery? corrected)
    {
        var last = 0;
        for (var strictness = 0; strictness <= Loosest; strictness++)
        {
            // Names that grow no shorter are the same name.
            var name = corrected is null ? Join(reading, strictness) : Join(corrected, strictness);
            if (name.Length == last)
            {
                continue;
            }

            last = name.Length;
            if (name.Length > 0 && lookup.ByName(name) is { Count: > 0 } cards)
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

    private static string Join(QuestionReading reading, int strictness)
    {
        using var joined = new JoinedName();
        foreach (var word in reading.Words)
        {
            if (IsPart(word.Text, strictness, reading.IsInFieldSpan(word)))
            {
                joined.Add(word.Text);
            }
        }

        return joined.ToString();
    }

    private static string Join(CorrectedQuery query, int strictness)
    {
        using var joined = new JoinedName();
        foreach (var word in query.Words)
        {
            if (IsPart(word.Text, strictness, isInFieldSpan: strictness >= 3 && !word.IsContent))
            {
                joined.Add(word.Text);
            }
        }

        return joined.ToString();
    }

    /// <summary>First all words, then without function words, then without courtesy, then without words that name a field, then without the kind of thing.</summary>
    private static bool IsPart(string word, int strictness, bool isInFieldSpan) =>
        (strictness < 1 || !StopWords.IsFunctionWord(word))
        && (strictness < 2 || !StopWords.IsTalk(word))
        && (strictness < 3 || (!StopWords.IsFieldWord(word) && !isInFieldSpan))
        && (strictness < 4 || !StopWords.IsKindOfThing(word));

    private struct JoinedName() : IDisposable
    {
        private char[] _buffer = ArrayPool<char>.Shared.Rent(128);
        private int _length;

        public void Add(string word)
        {
            // Names are far shorter; a longer text is no name.
            foreach (var c in word)
            {
                if (_length < _buffer.Length && char.IsLetterOrDigit(c))
                {
                    _buffer[_length++] = c;
                }
            }
        }

        public override readonly string ToString() => _length == _buffer.Length ? "" : new string(_buffer, 0, _length);

        public void Dispose()
        {
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = [];
        }
    }
}
