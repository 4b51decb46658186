using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// The words of the cards: BM25 over weighted fields (BM25F with one length; Robertson, Zaragoza: "The Probabilistic
/// Relevance Framework: BM25 and Beyond", 2009), coverage, and the vocabulary for correction. Immutable.
/// </summary>
public sealed class LexicalIndex
{
    private const double K1 = 1.2;
    private const double B = 0.5;
    private const float NameWeight = 4;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VocabularyWord> _vocabulary = new(StringComparer.Ordinal);
    private readonly List<List<Posting>> _postings = [];
    private readonly float[] _lengths;
    private readonly double _averageLength;

    /// <summary>Indexes cards; a card's position here is its index everywhere else.</summary>
    public LexicalIndex(IReadOnlyList<Card> cards)
    {
        ArgumentNullException.ThrowIfNull(cards);
        _lengths = new float[cards.Count];
        for (var i = 0; i < cards.Count; i++)
        {
            var counts = new Dictionary<int, float>();
            AddField(counts, string.Join(' ', cards[i].Names), NameWeight, isName: true);
            AddField(counts, CardText.Body(cards[i]), 1, isName: false);
            foreach (var (term, count) in counts)
            {
                _postings[term].Add(new Posting(i, count));
                _lengths[i] += count;
            }
        }

        _averageLength = _lengths.Length == 0 ? 1 : Math.Max(1, _lengths.Average());
    }

    /// <summary>Every word of the cards as written (lower case), with how often and whether a name holds it.</summary>
    public IReadOnlyDictionary<string, VocabularyWord> Vocabulary => _vocabulary;

    /// <summary>The number of a word's stem, or -1 where no card holds it.</summary>
    public int TermOf(string word)
    {
        if (_vocabulary.TryGetValue(word, out var known))
        {
            return known.Term;
        }

        return _terms.TryGetValue(EnglishStemmer.Stem(word), out var term) ? term
            : American(word) is { } american ? _terms.GetValueOrDefault(EnglishStemmer.Stem(american), -1)
            : -1;
    }

    /// <summary>"normalisation" → "normalization": two spellings of one word; null where there is no other.</summary>
    private static string? American(string word)
    {
        foreach (var (british, american) in ((string, string)[])[("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("our", "or"), ("ours", "ors")])
        {
            if (word.Length > british.Length + 2 && word.EndsWith(british, StringComparison.Ordinal))
            {
                return word[..^british.Length] + american;
            }
        }

        return null;
    }

    /// <summary>Whether a card's name holds exactly this word.</summary>
    public bool IsInName(string word) => _vocabulary.TryGetValue(word, out var known) && known.IsInName;

    /// <summary>How rare a term is: ln(1 + (N − df + ½) / (df + ½)); for -1 that of a word in no card.</summary>
    public double InverseDocumentFrequency(int term)
    {
        var df = term < 0 ? 0 : _postings[term].Count;
        return Math.Log(1 + ((_lengths.Length - df + 0.5) / (df + 0.5)));
    }

    /// <summary>The share of terms, weighted by rarity, that any card holds, 0 to 1; 0 of no terms.</summary>
    public double KnownShare(ReadOnlySpan<int> terms)
    {
        double known = 0, total = 0;
        foreach (var term in terms)
        {
            var rarity = InverseDocumentFrequency(term);
            total += rarity;
            known += term < 0 ? 0 : rarity;
        }

        return total > 0 ? known / total : 0;
    }

    /// <summary>
    /// For each card BM25 as a share of the greatest score that these terms could reach, and the idf-weighted share of
    /// the terms that the card holds: both 0 to 1.
    /// </summary>
    /// <param name="terms">Different terms; -1 for each word that no card holds.</param>
    /// <param name="fraction">One number a card; overwritten.</param>
    /// <param name="coverage">One number a card; overwritten.</param>
    public void Score(ReadOnlySpan<int> terms, Span<float> fraction, Span<float> coverage)
    {
        fraction.Clear();
        coverage.Clear();
        var total = 0.0;
        foreach (var term in terms)
        {
            total += InverseDocumentFrequency(term);
        }

        foreach (var term in terms)
        {
            if (term < 0)
            {
                continue;
            }

            var share = InverseDocumentFrequency(term) / total;
            foreach (var (card, count) in _postings[term])
            {
                // The greatest value of count·(k1+1)/(count + k1·…) is k1+1, so the division leaves a share of 1.
                fraction[card] += (float)(share * count / (count + (K1 * (1 - B + (B * _lengths[card] / _averageLength)))));
                coverage[card] += (float)share;
            }
        }
    }

    private void AddField(Dictionary<int, float> counts, string text, float weight, bool isName)
    {
        foreach (var word in WordSplitter.Split(text))
        {
            if (StopWords.IsFunctionWord(word.Text))
            {
                continue;
            }

            var term = AddWord(word.Text, isName);
            counts[term] = counts.GetValueOrDefault(term) + weight;
        }
    }

    private int AddWord(string word, bool isName)
    {
        if (!_vocabulary.TryGetValue(word, out var known))
        {
            var stem = EnglishStemmer.Stem(word);
            if (!_terms.TryGetValue(stem, out var term))
            {
                term = _postings.Count;
                _terms.Add(stem, term);
                _postings.Add([]);
            }

            known = new VocabularyWord(term, 0, false);
        }

        _vocabulary[word] = known with { Count = known.Count + 1, IsInName = known.IsInName || isName };
        return known.Term;
    }

    private readonly record struct Posting(int Card, float Count);
}
