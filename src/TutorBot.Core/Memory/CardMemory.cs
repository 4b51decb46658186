using TutorBot.Core.Cards;
using TutorBot.Core.People;

namespace TutorBot.Core.Memory;

/// <summary>What a person remembers of a card: the fold of their review log, kept so that it need not be folded again.</summary>
/// <param name="Person">Who.</param>
/// <param name="Card">What.</param>
/// <param name="State">After the last review.</param>
/// <param name="ReviewedAt">When that was.</param>
/// <param name="Reviews">How many there were, from 1.</param>
/// <param name="Lapses">How many of them were *Again* after the first.</param>
public sealed record CardMemory(PersonId Person, CardId Card, MemoryState State, DateTimeOffset ReviewedAt, int Reviews, int Lapses)
{
    /// <summary>The recall to expect at an instant, in 0…1.</summary>
    public double RecallAt(DateTimeOffset now) => Fsrs6.Recall(State, Math.Max(0, (now - ReviewedAt).TotalDays));

    /// <summary>What is remembered after one more review, later than all others.</summary>
    /// <param name="before">What was, or null at the first meeting.</param>
    /// <param name="review">The review; no correction.</param>
    public static CardMemory After(CardMemory? before, Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var rating = review.Rating ?? throw new ArgumentException("A correction is folded by MemoryHistory.", nameof(review));
        // Whole UTC days, as MemoryHistory counts them, so that both give the same state.
        var elapsed = before is null ? 0 : Math.Max(0, Day(review.At) - Day(before.ReviewedAt));
        return new CardMemory(
            review.Person,
            review.Card,
            Fsrs6.Next(before?.State, elapsed, rating),
            review.At,
            (before?.Reviews ?? 0) + 1,
            (before?.Lapses ?? 0) + (before is not null && rating == Rating.Again ? 1 : 0));
    }

    /// <summary>What is remembered by a whole history, or null where no review counts.</summary>
    public static CardMemory? Of(PersonId person, CardId card, MemoryHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Steps is [.., var last]
            ? new CardMemory(person, card, last.After, last.At, history.Steps.Count, history.Steps.Skip(1).Count(step => step.Rating == Rating.Again))
            : null;
    }

    private static int Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime).DayNumber;
}
