namespace TutorBot.Core.Retrieval;

/// <summary>
/// Mends spelling, conservatively: only words that neither the decks nor the model's vocabulary (a ready dictionary of
/// 30,522 entries) know (RETRIEVAL.md §3.2).
/// </summary>
public sealed class QueryCorrection
{
    private const int ShortestCorrected = 4;
    private const int LongestCorrected = 32;
    private const int LengthWithTwoEdits = 8;
    private const int LengthWithOtherStart = 7;
    private static readonly string[] Endings = ["s", "es", "ed", "d", "ing", "er", "ers", "ly", "y"];

    private readonly LexicalIndex _words;
    private readonly ITokenEncoder _dictionary;
    private readonly Dictionary<int, List<string>> _byLength;

    /// <summary>Corrections towards the words of these cards.</summary>
    public QueryCorrection(LexicalIndex words, ITokenEncoder dictionary)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(dictionary);
        _words = words;
        _dictionary = dictionary;
        _byLength = words.Vocabulary.Keys
            .Where(word => word.Length >= ShortestCorrected && word.All(char.IsLetter))
            .GroupBy(word => word.Length)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>
    /// What the person most likely meant: another word, two words ("batchnorm" → "batch norm"), or null where the word
    /// stays as it is.
    /// </summary>
    /// <param name="word">In lower case.</param>
    public string? Correct(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is < ShortestCorrected or > LongestCorrected
            || StopWords.IsFunctionWord(word)
            || StopWords.IsCourtesy(word)
            || StopWords.IsFieldWord(word)
            || _words.TermOf(word) >= 0
            || _dictionary.IsWholeWord(word)
            || !word.All(char.IsLetter))
        {
            return null;
        }

        return Split(word) ?? (IsFormOfKnown(word) ? null : Nearest(word));
    }

    private string? Nearest(string word)
    {
        var limit = word.Length >= LengthWithTwoEdits ? 2 : 1;
        string? best = null;
        var bestRank = (Distance: int.MaxValue, NotName: true, OtherStart: true, Rarity: 0);
        for (var length = word.Length - limit; length <= word.Length + limit; length++)
        {
            if (!_byLength.TryGetValue(length, out var candidates))
            {
                continue;
            }

            foreach (var candidate in candidates)
            {
                var distance = OptimalStringAlignment.Distance(word, candidate, limit);
                if (distance > limit)
                {
                    continue;
                }

                var known = _words.Vocabulary[candidate];
                // People miss letters in the middle of a word; a short word that starts otherwise is another word ("GELU").
                // Far from what was typed only what cards are called is meant.
                if ((candidate[0] != word[0] && word.Length < LengthWithOtherStart && !IsSwapped(candidate, word))
                    || (candidate[0] != word[0] && candidate.Length == word.Length && !IsSwapped(candidate, word))
                    || (distance > 1 && (!known.IsInName || candidate[0] != word[0])))
                {
                    continue;
                }

                var rank = (distance, !known.IsInName, candidate[0] != word[0], -known.Count);
                if (rank.CompareTo(bestRank) < 0 || (rank == bestRank && string.CompareOrdinal(candidate, best) < 0))
                {
                    (best, bestRank) = (candidate, rank);
                }
            }
        }

        return best;
    }

    private static bool IsSwapped(string candidate, string word) => candidate[0] == word[1] && candidate[1] == word[0];

    /// <summary>Whether it is a form of a word that the dictionary has ("proofing", "zipping"): a real word, however near.</summary>
    private bool IsFormOfKnown(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            if (_dictionary.IsWholeWord(stem)
                || (ending is "ing" or "ed" or "er" && _dictionary.IsWholeWord(stem + "e"))
                || (stem.Length is 4 or 5 && stem[^1] == stem[^2] && _dictionary.IsWholeWord(word.AsSpan(0, stem.Length - 1))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two words of the cards written as one.</summary>
    private string? Split(string word)
    {
        for (var i = 3; i <= word.Length - 3; i++)
        {
            var (head, tail) = (word[..i], word[i..]);
            if (_words.Vocabulary.TryGetValue(head, out var first) && _words.Vocabulary.TryGetValue(tail, out var second)
                && (first.IsInName || second.IsInName))
            {
                return $"{head} {tail}";
            }
        }

        return null;
    }
}
