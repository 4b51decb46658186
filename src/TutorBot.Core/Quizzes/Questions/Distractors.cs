namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Chooses the wrong options: from the band of the wished difficulty, of the same section first, drawn by the seed.</summary>
internal static class Distractors
{
    /// <summary>The wrong options of a question with four.</summary>
    public const int Count = 3;

    /// <summary>The nearest so many cards are hard, but never more than a third of the deck.</summary>
    private const int HardCards = 6;

    /// <summary>The nearest so many are normal, those among them, but never more than two thirds; the rest are easy.</summary>
    private const int NormalCards = 18;

    /// <summary>More candidates than a choice ever needs; bounds the search in large decks.</summary>
    private const int MostCandidates = 64;

    /// <summary>More choices than are tried before a card is said to have none.</summary>
    private const int MostTries = 4000;

    /// <summary>
    /// The candidates in the order of preference. Which card stands in a band depends on the vectors, whose last digits
    /// differ between processors; so a band is cut by rank at one edge, not by a similarity's value, ties go by the order
    /// of the file, and within the band the order comes from seed and card ids alone: of two cards that change places,
    /// only a pair right at the edge changes anything, and that only where the draw takes one of them.
    /// </summary>
    public static IReadOnlyList<QuizCard> Order(QuestionContext context, Predicate<QuizCard> isAllowed)
    {
        var nearest = context.Deck.Nearest(context.Card);
        var draw = context.Random.Next();
        return [.. nearest
            .Select((card, rank) => (Card: card, IsOutside: !IsInBand(context.Difficulty, rank, nearest.Count)))
            .OrderBy(ranked => ranked.IsOutside)
            .ThenBy(ranked => ranked.Card.Card.Section != context.Card.Card.Section)
            .ThenBy(ranked => SeededRandom.Mix(draw ^ SeededRandom.Hash(ranked.Card.Card.Id.ToString())))
            .ThenBy(ranked => ranked.Card.Row)
            .Select(ranked => ranked.Card)
            .Where(card => isAllowed(card))
            .Take(MostCandidates)];
    }

    /// <summary>Whether the card at a rank makes a question as hard as wished.</summary>
    /// <param name="difficulty">What is wished.</param>
    /// <param name="rank">0 for the nearest.</param>
    /// <param name="count">How many cards are ranked.</param>
    public static bool IsInBand(Difficulty difficulty, int rank, int count)
    {
        var normal = Math.Min(NormalCards, ((2 * count) + 2) / 3);
        return difficulty switch
        {
            Difficulty.Hard => rank < Math.Min(HardCards, (count + 2) / 3),
            Difficulty.Normal => rank < normal,
            _ => rank >= normal,
        };
    }

    /// <summary>
    /// The first choice of so many candidates, in their order, of which every two go together and which is good as a
    /// whole; null where there is none.
    /// </summary>
    public static T? Choose<T>(
        IReadOnlyList<QuizCard> candidates, int count, Func<QuizCard, QuizCard, bool> goTogether, Func<IReadOnlyList<QuizCard>, T?> finish)
        where T : class
    {
        var chosen = new List<QuizCard>(count);
        var tries = 0;
        return From(0);

        T? From(int start)
        {
            if (chosen.Count == count)
            {
                return tries++ < MostTries ? finish(chosen) : null;
            }

            for (var i = start; i < candidates.Count && tries < MostTries; i++)
            {
                if (chosen.TrueForAll(other => goTogether(other, candidates[i])))
                {
                    chosen.Add(candidates[i]);
                    if (From(i + 1) is { } found)
                    {
                        return found;
                    }

                    chosen.RemoveAt(chosen.Count - 1);
                }
            }

            return null;
        }
    }

    /// <summary>The candidates with the first that meets a wish at their head.</summary>
    public static IReadOnlyList<QuizCard> WithFirst(IReadOnlyList<QuizCard> candidates, Predicate<QuizCard> wish) =>
        candidates.FirstOrDefault(card => wish(card)) is { } first ? [first, .. candidates.Where(card => card != first)] : candidates;
}
