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
        var otherLate = 0f;
        var late = default(Spread);
        var dense = default(Spread);
        var greatest = 0;
        for (var i = 0; i < Count; i++)
        {
            var features = _candidates[i].Features;
            if (i != best)
            {
                second = Math.Max(second, scores[i]);
                otherLate = Math.Max(otherLate, features.LateInteraction);
            }

            late.Add(features.LateInteraction);
            dense.Add(features.Dense);
            greatest = features.LateInteraction > _candidates[greatest].Features.LateInteraction ? i : greatest;
        }

        var first = _candidates[best];
        return new ConfidenceFeatures(
            scores[best],
            Count > 1 ? scores[best] - second : 1,
            first.Features,
            first.LeastMatchedWord,
            KnownShare,
            late.StandardScore(first.Features.LateInteraction),
            greatest == best,
            ContentWords,
            first.Features.LateInteraction - otherLate,
            dense.StandardScore(first.Features.Dense));
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<Candidate>.Shared.Return(_candidates);
}
