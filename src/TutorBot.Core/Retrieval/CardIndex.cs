using System.Collections.Concurrent;
using System.Numerics.Tensors;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>Everything retrieval needs of one library snapshot: vectors, words, names. Immutable.</summary>
public sealed class CardIndex
{
    private readonly IndexedCard[] _cards;
    private readonly Dictionary<CardId, int> _rows;
    private readonly ITokenEncoder? _dictionary;
    private readonly ConcurrentDictionary<string, float[]> _centres = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, CardIndex> _narrowed = new(StringComparer.OrdinalIgnoreCase);

    private CardIndex(LibrarySnapshot library, IndexedCard[] cards, ITokenEncoder? dictionary)
    {
        Library = library;
        _cards = cards;
        _dictionary = dictionary;
        Words = new LexicalIndex(library.Cards);
        Correction = dictionary is null ? null : new QueryCorrection(Words, dictionary);
        Vectors = new CardVectors(cards);
        _rows = new Dictionary<CardId, int>(cards.Length);
        for (var i = 0; i < cards.Length; i++)
        {
            _rows[cards[i].Card.Id] = i;
        }
    }

    /// <summary>No cards.</summary>
    public static CardIndex Empty { get; } = new(LibrarySnapshot.Empty, [], null);

    /// <summary>The decks that are indexed.</summary>
    public LibrarySnapshot Library { get; }

    /// <summary>How many cards there are.</summary>
    public int Count => _cards.Length;

    internal LexicalIndex Words { get; }

    /// <summary>Spelling correction towards these cards; null where there are none.</summary>
    internal QueryCorrection? Correction { get; }

    internal CardVectors Vectors { get; }

    internal IndexedCard this[int row] => _cards[row];

    /// <summary>The row of a card, or -1.</summary>
    internal int RowOf(CardId id) => _rows.GetValueOrDefault(id, -1);

    /// <summary>The nearest cards to a card by vector, nearest first, without itself.</summary>
    public IReadOnlyList<Card> Related(Card card, int limit)
    {
        ArgumentNullException.ThrowIfNull(card);
        var row = RowOf(card.Id);
        if (row < 0 || limit <= 0)
        {
            return [];
        }

        var scores = new float[Count];
        Vectors.Score(_cards[row].Windows[0].Vector, scores);
        return [.. Enumerable.Range(0, Count)
            .Where(other => other != row)
            .OrderByDescending(other => scores[other])
            .Take(limit)
            .Select(other => _cards[other].Card)];
    }

    /// <summary>
    /// The cosine of two cards of this index, -1 to 1, the greatest of any two of their windows; 0 where one is not in it.
    /// </summary>
    public double Similarity(Card left, Card right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (one, other) = (RowOf(left.Id), RowOf(right.Id));
        return one < 0 || other < 0 ? 0 : _cards[one].Windows.Max(window => CardVectors.Cosine(_cards[other], window.Vector));
    }

    /// <summary>The direction of the mean of a deck's cards, of unit length.</summary>
    internal float[] CentreOf(string deckId) => _centres.GetOrAdd(deckId, id =>
    {
        var rows = _cards.Where(card => string.Equals(card.Card.Id.Deck, id, StringComparison.OrdinalIgnoreCase)).ToList();
        var centre = new float[rows.Count == 0 ? 0 : rows[0].Windows[0].Vector.Length];
        foreach (var row in rows)
        {
            TensorPrimitives.Add(centre, row.Windows[0].Vector, centre);
        }

        TensorPrimitives.Divide(centre, Math.Max(TensorPrimitives.Norm(centre.AsSpan()), float.Epsilon), centre);
        return centre;
    });

    /// <summary>The same index over one deck alone, its words' rarity included; this one where there is no such deck.</summary>
    public CardIndex Narrow(string deckId)
    {
        ArgumentNullException.ThrowIfNull(deckId);
        return Library.Decks.Count <= 1 || Library.FindDeck(deckId) is not { } deck
            ? this
            : _narrowed.GetOrAdd(deck.Id, _ => new CardIndex(
                new LibrarySnapshot([deck], []),
                [.. deck.Cards.Select(card => new IndexedCard(card, _cards[RowOf(card.Id)].Windows))],
                _dictionary));
    }

    /// <summary>Indexes a snapshot; cards whose text the cache knows are not embedded again.</summary>
    /// <param name="library">The decks.</param>
    /// <param name="encoder">The model.</param>
    /// <param name="cache">What the model made of texts before.</param>
    /// <param name="progress">Told how many cards are done, in any order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CardIndex> BuildAsync(
        LibrarySnapshot library,
        ITokenEncoder encoder,
        IPassageCache cache,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(cache);
        var cards = new IndexedCard[library.Cards.Count];
        var done = 0;
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForAsync(0, cards.Length, options, (row, _) =>
        {
            var text = CardText.Of(library.Cards[row]);
            var windows = cache.Find(encoder.Fingerprint, text);
            if (windows is null)
            {
                windows = PassageEncoding.Encode(encoder, text);
                cache.Keep(encoder.Fingerprint, text, windows);
            }

            cards[row] = new IndexedCard(library.Cards[row], windows);
            progress?.Report(Interlocked.Increment(ref done));
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return cards.Length == 0 ? new CardIndex(library, [], null) : new CardIndex(library, cards, encoder);
    }
}
