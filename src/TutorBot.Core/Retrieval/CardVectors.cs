using System.Buffers;
using System.Numerics.Tensors;

namespace TutorBot.Core.Retrieval;

/// <summary>The vectors of all cards; of a long card the best of its windows counts.</summary>
internal sealed class CardVectors
{
    private readonly VectorIndex _windows;
    private readonly int[]? _cardOfWindow;

    public CardVectors(IReadOnlyList<IndexedCard> cards)
    {
        var vectors = cards.SelectMany(card => card.Windows).Select(window => window.Vector).ToList();
        _windows = new VectorIndex(vectors);
        Count = cards.Count;
        if (vectors.Count > cards.Count)
        {
            _cardOfWindow = [.. cards.SelectMany((card, row) => Enumerable.Repeat(row, card.Windows.Length))];
        }
    }

    public int Count { get; }

    /// <summary>The exact cosine with each card.</summary>
    public void Score(ReadOnlySpan<float> query, Span<float> scores)
    {
        if (_cardOfWindow is null)
        {
            _windows.Scores(query, scores);
            return;
        }

        var rented = ArrayPool<float>.Shared.Rent(_cardOfWindow.Length);
        var windows = rented.AsSpan(0, _cardOfWindow.Length);
        _windows.Scores(query, windows);
        scores.Fill(float.MinValue);
        for (var window = 0; window < windows.Length; window++)
        {
            ref var score = ref scores[_cardOfWindow[window]];
            score = Math.Max(score, windows[window]);
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The exact cosine with one card.</summary>
    public static float Cosine(IndexedCard card, ReadOnlySpan<float> query)
    {
        var greatest = -1f;
        foreach (var window in card.Windows)
        {
            greatest = Math.Max(greatest, TensorPrimitives.Dot(query, window.Vector));
        }

        return greatest;
    }

    /// <summary>The nearest cards, nearest first; returns how many.</summary>
    public int Top(ReadOnlySpan<float> query, Span<ScoredRow> nearest)
    {
        var found = _windows.Top(query, nearest);
        if (_cardOfWindow is null)
        {
            return found;
        }

        var cards = 0;
        for (var i = 0; i < found; i++)
        {
            var card = _cardOfWindow[nearest[i].Row];
            var isNew = true;
            for (var j = 0; j < cards; j++)
            {
                isNew &= nearest[j].Row != card;
            }

            if (isNew)
            {
                nearest[cards++] = new ScoredRow(card, nearest[i].Score);
            }
        }

        return cards;
    }
}
