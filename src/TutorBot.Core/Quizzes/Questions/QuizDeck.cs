using System.Collections.Concurrent;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>A deck as questions are made of it: which cards are near, which are kinds of which, which are mixed up.</summary>
internal sealed class QuizDeck
{
    private readonly QuizCard[] _cards;
    private readonly CardSimilarity _similarity;
    private readonly Dictionary<CardId, int> _rows = [];
    private readonly ConcurrentDictionary<int, QuizCard[]> _nearest = new();
    private readonly ConcurrentDictionary<int, HashSet<int>> _kinds = new();
    private readonly Lazy<Dictionary<string, int>> _frequencies;
    private readonly Lazy<ILookup<string, (int Row, QuizWord[] Name)>> _names;

    public QuizDeck(Deck deck, CardSimilarity similarity)
    {
        _similarity = similarity;
        _cards = [.. deck.Cards.Select((card, row) => new QuizCard(card, row))];
        foreach (var card in _cards)
        {
            _rows[card.Card.Id] = card.Row;
        }

        _frequencies = new(() => _cards.SelectMany(card => card.Stems).CountBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal));
        _names = new(() => _cards.SelectMany(card => card.Names.Names.Select(name => (card.Row, Name: name.ToArray())))
            .SelectMany(pair => Keys(pair.Name[0]), (pair, key) => (key, pair))
            .ToLookup(entry => entry.key, entry => entry.pair, StringComparer.Ordinal));
    }

    public IReadOnlyList<QuizCard> Cards => _cards;

    public QuizCard? Find(CardId id) => _rows.TryGetValue(id, out var row) ? _cards[row] : null;

    /// <summary>Whether few enough cards hold a stem that it tells them from the rest; in a small deck every one does.</summary>
    public bool IsTelling(string stem) => _frequencies.Value.GetValueOrDefault(stem) * 5 <= Math.Max(_cards.Length, 10);

    /// <summary>The other cards, nearest first; the earlier in the file first where two are equally near.</summary>
    public IReadOnlyList<QuizCard> Nearest(QuizCard card) => _nearest.GetOrAdd(card.Row, row =>
        [.. _cards.Where(other => other.Row != row)
            .OrderByDescending(other => _similarity(_cards[row].Card, other.Card)).ThenBy(other => other.Row)]);

    /// <summary>
    /// What a card is a kind of: the cards that its defining sentence names ("a GRU is a gated RNN"), and what those are
    /// kinds of. Their definitions are true of it too.
    /// </summary>
    public IReadOnlySet<int> KindsOf(QuizCard card) => _kinds.GetOrAdd(card.Row, row =>
    {
        var kinds = new HashSet<int>();
        var open = new Queue<int>([row]);
        while (open.TryDequeue(out var next))
        {
            foreach (var named in _cards[next].DefiningSentence is { } sentence ? NamedIn(sentence) : [])
            {
                if (named != row && kinds.Add(named))
                {
                    open.Enqueue(named);
                }
            }
        }

        return kinds;
    });

    /// <summary>The rows of the cards that a sentence names.</summary>
    public IEnumerable<int> NamedIn(QuizText sentence) => sentence.Words
        .SelectMany((word, start) => Keys(word).SelectMany(key => _names.Value[key])
            .Where(pair => start + pair.Name.Length <= sentence.Words.Count
                && !pair.Name.Where((part, i) => !sentence.Words[start + i].IsFormOf(part)).Any())
            .Select(pair => pair.Row))
        .Distinct();

    /// <summary>Forms of one word have one of these in common (<see cref="QuizWord.IsFormOf"/>).</summary>
    private static IEnumerable<string> Keys(QuizWord word) =>
        word.Text.EndsWith('s') && word.Stem != word.Text[..^1] ? [word.Stem, word.Text[..^1]] : [word.Stem];

    /// <summary>The cards that people mix up with a card: those that either author names, then its mutual nearest neighbour.</summary>
    public IReadOnlyList<QuizCard> MixedUpWith(QuizCard card)
    {
        var mixed = _cards.Where(other => other.Row != card.Row && (Names(card, other) || Names(other, card))).ToList();
        if (Nearest(card) is [var nearest, ..] && Nearest(nearest)[0].Row == card.Row && !mixed.Contains(nearest))
        {
            mixed.Add(nearest);
        }

        return mixed;

        static bool Names(QuizCard one, QuizCard other) => other.Card.Id.Number is { } number && one.Card.ConfusedWith.Contains(number);
    }
}
