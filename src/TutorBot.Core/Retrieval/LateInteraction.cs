using System.Runtime.InteropServices;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// The similarity of one token of a question to the tokens of a card, of which only the signs are kept: a float vector
/// times signs ranks as well as float times float (RETRIEVAL.md §3.1, measured). A table of the partial sums of each group
/// of eight dimensions turns a dot product into one look-up a byte.
/// </summary>
internal ref struct LateInteraction
{
    private const int GroupSize = 8;
    private const int GroupSums = 1 << GroupSize;

    private readonly Span<float> _sums;
    private readonly int _groups;
    private readonly int _wordsPerToken;
    private readonly float _scale;

    /// <summary>Prepares a token of the question.</summary>
    /// <param name="token">Its vector, of unit length; the dimension is a multiple of 8.</param>
    /// <param name="table">Room for <see cref="TableLength"/> numbers; overwritten.</param>
    public LateInteraction(ReadOnlySpan<float> token, Span<float> table)
    {
        _groups = token.Length / GroupSize;
        _wordsPerToken = WordsPerToken(token.Length);
        _sums = table[..TableLength(token.Length)];
        _scale = 1 / MathF.Sqrt(token.Length);
        for (var group = 0; group < _groups; group++)
        {
            Fill(token.Slice(group * GroupSize, GroupSize), _sums.Slice(group * GroupSums, GroupSums));
        }
    }

    /// <summary>How many numbers a table for vectors of this dimension takes.</summary>
    public static int TableLength(int dimension) => dimension / GroupSize * GroupSums;

    /// <summary>How many words the signs of one token take.</summary>
    public static int WordsPerToken(int dimension) => (dimension + 63) / 64;

    /// <summary>Writes the signs of a vector: bit i of word w is 1 where number 64·w + i is not negative.</summary>
    public static void PackSigns(ReadOnlySpan<float> vector, Span<ulong> bits)
    {
        bits.Clear();
        for (var i = 0; i < vector.Length; i++)
        {
            if (vector[i] >= 0)
            {
                bits[i / 64] |= 1UL << (i % 64);
            }
        }
    }

    /// <summary>
    /// The greatest cosine of the token with the signs of any token of a card, at least 0; 0 without tokens.
    /// </summary>
    public readonly float Greatest(ReadOnlySpan<ulong> signBits)
    {
        var bytes = MemoryMarshal.AsBytes(signBits);
        var stride = _wordsPerToken * sizeof(ulong);
        var greatest = 0f;
        for (var start = 0; start < bytes.Length; start += stride)
        {
            greatest = Math.Max(greatest, Sum(bytes.Slice(start, _groups)));
        }

        return greatest * _scale;
    }

    private readonly float Sum(ReadOnlySpan<byte> signs)
    {
        // Two sums, as one would wait for itself.
        float even = 0, odd = 0;
        var group = 0;
        for (; group + 1 < signs.Length; group += 2)
        {
            even += _sums[(group * GroupSums) + signs[group]];
            odd += _sums[((group + 1) * GroupSums) + signs[group + 1]];
        }

        return group < signs.Length ? even + odd + _sums[(group * GroupSums) + signs[group]] : even + odd;
    }

    /// <summary>For each pattern of signs the sum of the numbers with these signs.</summary>
    private static void Fill(ReadOnlySpan<float> numbers, Span<float> sums)
    {
        sums[0] = 0;
        foreach (var number in numbers)
        {
            sums[0] -= number;
        }

        for (var bit = 0; bit < GroupSize; bit++)
        {
            var twice = 2 * numbers[bit];
            for (var pattern = 0; pattern < 1 << bit; pattern++)
            {
                sums[(1 << bit) + pattern] = sums[pattern] + twice;
            }
        }
    }
}
