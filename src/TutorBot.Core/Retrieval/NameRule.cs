using System.Buffers;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// Finds the card that a question names and does nothing else but name: certain, without a model (RETRIEVAL.md §3.2).
/// </summary>
internal static class NameRule
{
    /// <summary>The cards of that name; several where decks share it; empty where the question is more than a name.</summary>
    /// <param name="lookup">The cards.</param>
    /// <param name="reading">The question.</param>
    /// <param name="corrected">Its words after correction, or null to read them as typed.</param>
    public static IReadOnlyList<Card> Find(CardLookup lookup, QuestionReading reading, CorrectedQuery? corrected)
    {
        var last = 0;
        for (var strictness = 0; strictness < 4; strictness++)
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
            if (IsPart(word.Text, strictness, isInFieldSpan: strictness == 3 && !word.IsContent))
            {
                joined.Add(word.Text);
            }
        }

        return joined.ToString();
    }

    /// <summary>First all words, then without function words, then without courtesy, then without words that name a field.</summary>
    private static bool IsPart(string word, int strictness, bool isInFieldSpan) =>
        (strictness < 1 || !StopWords.IsFunctionWord(word))
        && (strictness < 2 || !StopWords.IsTalk(word))
        && (strictness < 3 || (!StopWords.IsFieldWord(word) && !isInFieldSpan));

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
