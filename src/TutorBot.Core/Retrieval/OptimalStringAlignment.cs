namespace TutorBot.Core.Retrieval;

/// <summary>
/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, no part edited twice
/// (Damerau, "A technique for computer detection and correction of spelling errors", 1964, in its restricted form).
/// </summary>
public static class OptimalStringAlignment
{
    private const int LongestWord = 128;

    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is greater.</summary>
    /// <param name="left">A word.</param>
    /// <param name="right">The other.</param>
    /// <param name="limit">The greatest distance of interest, at least 0.</param>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (Math.Abs(left.Length - right.Length) > limit || left.Length > LongestWord || right.Length > LongestWord)
        {
            return limit + 1;
        }

        Span<int> buffer = stackalloc int[3 * (LongestWord + 1)];
        var twoAbove = buffer[..(LongestWord + 1)];
        var above = buffer.Slice(LongestWord + 1, LongestWord + 1);
        var row = buffer[(2 * (LongestWord + 1))..];
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var free = twoAbove;
            twoAbove = above;
            above = row;
            row = free;
        }

        return Math.Min(above[right.Length], limit + 1);
    }
}
