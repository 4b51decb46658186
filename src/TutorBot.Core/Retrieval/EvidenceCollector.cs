using System.Buffers;

namespace TutorBot.Core.Retrieval;

/// <summary>Measures the candidates of a question: card vectors, words, late interaction.</summary>
internal static class EvidenceCollector
{
    /// <summary>A deck of so many cards is examined whole; of a larger one the best by vector and by words.</summary>
    public const int GreatestExaminedWhole = 64;

    private const int NearestByVector = 48;
    private const int NearestByWords = 16;

    public static Evidence Collect(CardIndex index, CorrectedQuery query, QuestionVectors vectors)
    {
        var count = index.Count;
        var rented = ArrayPool<float>.Shared.Rent(count * 2);
        Span<int> terms = stackalloc int[64];
        var termCount = DistinctTerms(query, terms, out var contentWords);
        var fraction = rented.AsSpan(0, count);
        var coverage = rented.AsSpan(count, count);
        index.Words.Score(terms[..termCount], fraction, coverage);
        var known = index.Words.KnownShare(terms[..termCount]);

        Span<ScoredRow> rows = stackalloc ScoredRow[GreatestExaminedWhole];
        rows = rows[..Candidates(index, vectors, fraction, rows)];
        var evidence = new Evidence(rows.Length, known, contentWords);
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, dense) = rows[i];
            evidence.Writable[i] = new Candidate(row, new RankingFeatures(dense, 0, fraction[row], coverage[row]), 0);
        }

        Interact(index, vectors, evidence.Writable);
        ArrayPool<float>.Shared.Return(rented);
        return evidence;
    }

    /// <summary>
    /// Mean and least of the question's tokens' greatest similarity to each card. The least excuses common words.
    /// </summary>
    private static void Interact(CardIndex index, QuestionVectors vectors, Span<Candidate> candidates)
    {
        if (vectors.Count == 0)
        {
            return;
        }

        Span<float> sums = stackalloc float[GreatestExaminedWhole];
        Span<float> least = stackalloc float[GreatestExaminedWhole];
        least.Fill(1);
        var table = ArrayPool<float>.Shared.Rent(LateInteraction.TableLength(vectors.Whole.Length));
        for (var token = 0; token < vectors.Count; token++)
        {
            var interaction = new LateInteraction(vectors.Token(token), table);
            for (var i = 0; i < candidates.Length; i++)
            {
                var greatest = 0f;
                foreach (var window in index[candidates[i].Row].Windows)
                {
                    greatest = Math.Max(greatest, interaction.Greatest(window.SignBits));
                }

                sums[i] += greatest;
                least[i] = Math.Min(least[i], 1 - (vectors.Rarity(token) * (1 - greatest)));
            }
        }

        ArrayPool<float>.Shared.Return(table);
        for (var i = 0; i < candidates.Length; i++)
        {
            candidates[i] = candidates[i] with
            {
                Features = candidates[i].Features with { LateInteraction = sums[i] / vectors.Count },
                LeastMatchedWord = least[i],
            };
        }
    }

    private static int Candidates(CardIndex index, QuestionVectors vectors, ReadOnlySpan<float> fraction, Span<ScoredRow> rows)
    {
        if (index.Count <= GreatestExaminedWhole)
        {
            Span<float> scores = stackalloc float[GreatestExaminedWhole];
            index.Vectors.Score(vectors.Whole, scores[..index.Count]);
            for (var row = 0; row < index.Count; row++)
            {
                rows[row] = new ScoredRow(row, scores[row]);
            }

            return index.Count;
        }

        var found = index.Vectors.Top(vectors.Whole, rows[..NearestByVector]);
        Span<ScoredRow> byWords = stackalloc ScoredRow[NearestByWords];
        var best = new BestRows(byWords);
        for (var row = 0; row < fraction.Length; row++)
        {
            if (fraction[row] > 0)
            {
                best.Offer(row, fraction[row]);
            }
        }

        foreach (var (row, _) in byWords[..best.Count])
        {
            var isNew = true;
            foreach (var (other, _) in rows[..found])
            {
                isNew &= other != row;
            }

            if (isNew)
            {
                rows[found++] = new ScoredRow(row, CardVectors.Cosine(index[row], vectors.Whole));
            }
        }

        return found;
    }

    /// <summary>The content words' terms, each once; words that no card holds each count, as −1.</summary>
    private static int DistinctTerms(CorrectedQuery query, Span<int> terms, out int contentWords)
    {
        var count = 0;
        contentWords = 0;
        foreach (var word in query.Words)
        {
            if (!word.IsContent)
            {
                continue;
            }

            contentWords++;
            if (count < terms.Length && (word.Term < 0 || !terms[..count].Contains(word.Term)))
            {
                terms[count++] = word.Term;
            }
        }

        return count;
    }
}
