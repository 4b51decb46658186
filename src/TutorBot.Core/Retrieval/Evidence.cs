using System.Buffers;

namespace TutorBot.Core.Retrieval;

/// <summary>What a question's words and the model say about the candidates, before any weight. Dispose it after use.</summary>
internal sealed class Evidence : IDisposable
{
    private readonly Candidate[] _candidates;

    internal Evidence(int count, double knownShare, int contentWords)
    {
        _candidates = ArrayPool<Candidate>.Shared.Rent(count);
        Count = count;
        KnownShare = knownShare;
        ContentWords = contentWords;
    }

    /// <summary>How many candidates there are.</summary>
    public int Count { get; }

    /// <summary>See <see cref="ConfidenceFeatures"/>.</summary>
    public double KnownShare { get; }

    /// <summary>See <see cref="ConfidenceFeatures"/>.</summary>
    public int ContentWords { get; }

    /// <summary>The candidates, in no order.</summary>
    public ReadOnlySpan<Candidate> Candidates => _candidates.AsSpan(0, Count);

    internal Span<Candidate> Writable => _candidates.AsSpan(0, Count);

    /// <summary>What speaks for and against the best candidate, given every candidate's score.</summary>
    /// <param name="scores">The fused score of each candidate.</param>
    /// <param name="best">The candidate with the greatest.</param>
    public ConfidenceFeatures Weigh(ReadOnlySpan<double> scores, int best)
    {
        var second = double.MinValue;
        double sum = 0, squares = 0;
        var greatest = 0;
        for (var i = 0; i < Count; i++)
        {
            if (i != best)
            {
                second = Math.Max(second, scores[i]);
            }

            var late = _candidates[i].Features.LateInteraction;
            sum += late;
            squares += late * late;
            greatest = late > _candidates[greatest].Features.LateInteraction ? i : greatest;
        }

        var mean = sum / Count;
        var deviation = Math.Sqrt(Math.Max(0, (squares / Count) - (mean * mean)));
        var first = _candidates[best];
        return new ConfidenceFeatures(
            scores[best],
            Count > 1 ? scores[best] - second : 1,
            first.Features,
            first.LeastMatchedWord,
            KnownShare,
            deviation > 1e-6 ? (first.Features.LateInteraction - mean) / deviation : 0,
            greatest == best,
            ContentWords);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<Candidate>.Shared.Return(_candidates);
}
