using System.Buffers;
using System.Numerics.Tensors;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// Vectors of unit length, scanned exactly: at the sizes of decks an approximate index would cost more than it saves
/// (RETRIEVAL.md §6, measured). Large indexes are scanned in bytes first, and the best then scored exactly. Immutable.
/// </summary>
public sealed class VectorIndex
{
    /// <summary>From so many vectors on, the scan reads bytes: a quarter of the memory traffic.</summary>
    public const int ScannedInBytesFrom = 20_000;

    private const int LeastRescored = 64;
    private const int RescoredPerWanted = 4;

    private readonly IReadOnlyList<float[]> _vectors;
    private readonly sbyte[] _bytes;
    private readonly float[] _scales;
    private readonly int _dimension;

    /// <summary>An index of these vectors, which it keeps and which must not change.</summary>
    public VectorIndex(IReadOnlyList<float[]> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        _vectors = vectors;
        _dimension = vectors.Count == 0 ? 0 : vectors[0].Length;
        var isLarge = vectors.Count >= ScannedInBytesFrom;
        _bytes = isLarge ? new sbyte[vectors.Count * _dimension] : [];
        _scales = isLarge ? new float[vectors.Count] : [];
        for (var row = 0; isLarge && row < vectors.Count; row++)
        {
            _scales[row] = ByteVector.Quantize(vectors[row], _bytes.AsSpan(row * _dimension, _dimension));
        }
    }

    /// <summary>How many vectors there are.</summary>
    public int Count => _vectors.Count;

    /// <summary>The exact dot product with every vector.</summary>
    public void Scores(ReadOnlySpan<float> query, Span<float> scores)
    {
        for (var row = 0; row < _vectors.Count; row++)
        {
            scores[row] = TensorPrimitives.Dot(query, _vectors[row]);
        }
    }

    /// <summary>The nearest rows with their exact scores, nearest first, ties by row; returns how many.</summary>
    public int Top(ReadOnlySpan<float> query, Span<ScoredRow> nearest)
    {
        if (_bytes.Length == 0)
        {
            var best = new BestRows(nearest);
            for (var row = 0; row < _vectors.Count; row++)
            {
                best.Offer(row, TensorPrimitives.Dot(query, _vectors[row]));
            }

            return best.Count;
        }

        return TopInBytes(query, nearest);
    }

    private int TopInBytes(ReadOnlySpan<float> query, Span<ScoredRow> nearest)
    {
        var rentedQuery = ArrayPool<sbyte>.Shared.Rent(_dimension);
        var bytes = rentedQuery.AsSpan(0, _dimension);
        ByteVector.Quantize(query, bytes);
        var wanted = Math.Max(LeastRescored, nearest.Length * RescoredPerWanted);
        var rentedRows = ArrayPool<ScoredRow>.Shared.Rent(wanted);
        var rough = new BestRows(rentedRows.AsSpan(0, wanted));
        for (var row = 0; row < _scales.Length; row++)
        {
            rough.Offer(row, _scales[row] * ByteVector.Dot(bytes, _bytes.AsSpan(row * _dimension, _dimension)));
        }

        var best = new BestRows(nearest);
        foreach (var (row, _) in rentedRows.AsSpan(0, rough.Count))
        {
            best.Offer(row, TensorPrimitives.Dot(query, _vectors[row]));
        }

        ArrayPool<ScoredRow>.Shared.Return(rentedRows);
        ArrayPool<sbyte>.Shared.Return(rentedQuery);
        return best.Count;
    }
}
