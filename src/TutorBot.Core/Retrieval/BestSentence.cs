using System.Buffers;

namespace TutorBot.Core.Retrieval;

/// <summary>Finds the sentence of a card that answers a question best (RETRIEVAL.md §5.1).</summary>
internal static class BestSentence
{
    private const double MeaningShare = 0.6;
    private const double WordShare = 0.4;

    /// <summary>A little for the first sentence, which mostly says what the term is.</summary>
    private const double LeadPrior = 0.02;

    /// <summary>More sentences than a card can be read for.</summary>
    private const int GreatestCount = 64;

    /// <summary>The best sentence, or null where the card has fewer than two.</summary>
    public static CardSentence? Of(IndexedCard card, CardIndex index, CorrectedQuery query, QuestionVectors vectors)
    {
        if (card.Sentences.Length < 2)
        {
            return null;
        }

        CardSentence? best = null;
        var bestScore = double.MinValue;
        var terms = card.SentenceTerms(index.Words);
        Span<float> meanings = stackalloc float[GreatestCount];
        meanings = meanings[..Math.Min(GreatestCount, card.Sentences.Length)];
        Interact(card, vectors, meanings);
        for (var i = 0; i < meanings.Length; i++)
        {
            var sentence = card.Sentences[i];
            var score = (MeaningShare * meanings[i])
                + (WordShare * Words(terms[i], query))
                + (best is null ? LeadPrior : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (sentence, score);
            }
        }

        return best;
    }

    /// <summary>For each sentence the mean over the question's tokens of the greatest similarity to its tokens.</summary>
    private static void Interact(IndexedCard card, QuestionVectors vectors, Span<float> meanings)
    {
        meanings.Clear();
        var table = ArrayPool<float>.Shared.Rent(LateInteraction.TableLength(vectors.Whole.Length));
        for (var token = 0; token < vectors.Count; token++)
        {
            var interaction = new LateInteraction(vectors.Token(token), table);
            for (var i = 0; i < meanings.Length; i++)
            {
                var greatest = 0f;
                foreach (var window in card.Windows)
                {
                    greatest = Math.Max(greatest, interaction.Greatest(Bits(window, card.Sentences[i])));
                }

                meanings[i] += greatest / vectors.Count;
            }
        }

        ArrayPool<float>.Shared.Return(table);
    }

    private static ReadOnlySpan<ulong> Bits(PassageVectors window, CardSentence sentence)
    {
        var first = LowerBound(window.TokenStarts, sentence.TextStart);
        var end = LowerBound(window.TokenStarts, sentence.TextStart + sentence.TextLength);
        var words = first == end ? 0 : window.SignBits.Length / window.TokenStarts.Length;
        return window.SignBits.AsSpan(first * words, (end - first) * words);
    }

    private static double Words(int[] held, CorrectedQuery query)
    {
        double found = 0, total = 0;
        foreach (var word in query.Words)
        {
            if (word.IsContent)
            {
                total += word.Rarity;
                found += word.Term >= 0 && Array.IndexOf(held, word.Term) >= 0 ? word.Rarity : 0;
            }
        }

        return total > 0 ? found / total : 0;
    }

    private static int LowerBound(int[] starts, int value)
    {
        var found = Array.BinarySearch(starts, value);
        return found < 0 ? ~found : found;
    }
}
