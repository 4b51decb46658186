namespace TutorBot.Core.Memory;

/// <summary>
/// What one person's review log says of one card: the entries folded, in the order of their time, into the state after each.
/// Nothing of it is stored; it is the same for the same entries in any order.
/// </summary>
/// <remarks>
/// A correction acts at the time of the entry that it corrects, whenever it was made: the history is then the one in which
/// the rating had been right from the start, also for instants before the correction. Of several corrections of an entry,
/// the latest holds; a correction of a correction is one of the entry at the end of the chain. Entries of the same instant
/// are ordered by id.
/// <para>Between reviews whole days count, as in ts-fsrs: how often the day changed, not how many times 24 hours passed. So a
/// daily round is one day after the other also on a day of 23 hours.</para>
/// </remarks>
public sealed class MemoryHistory
{
    private readonly MemoryStep[] _steps;

    /// <summary>A history in which a day begins at midnight UTC: the count of ts-fsrs.</summary>
    /// <inheritdoc cref="MemoryHistory(IEnumerable{Review}, Func{DateTimeOffset, DateOnly})"/>
    public MemoryHistory(IEnumerable<Review> log)
        : this(log, instant => DateOnly.FromDateTime(instant.UtcDateTime))
    {
    }

    /// <summary>A history in which the caller says what a day is.</summary>
    /// <param name="log">One person's entries of one card, in any order; none where the person never met it.</param>
    /// <param name="day">The day of an instant, as the person counts days.</param>
    /// <exception cref="ArgumentException">
    /// Two entries share an id or are not of the same person and card, or a correction corrects an entry that is not there.
    /// </exception>
    public MemoryHistory(IEnumerable<Review> log, Func<DateTimeOffset, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(day);
        _steps = [.. Fold(InForce(ById(log)), day)];
    }

    /// <summary>The reviews that count, in the order of their time.</summary>
    public IReadOnlyList<MemoryStep> Steps => _steps;

    /// <summary>The state after the last review at or before an instant; null where there is none.</summary>
    public MemoryState? StateAt(DateTimeOffset instant) => LastStep(instant)?.After;

    /// <summary>
    /// The recall to expect at an instant, 0 to 1, from the reviews at or before it; null where there is none. Parts of days
    /// count here, so that what was just looked at and what was seen this morning differ.
    /// </summary>
    public double? RecallAt(DateTimeOffset now) =>
        LastStep(now) is { } last ? Fsrs6.Recall(last.After, (now - last.At).TotalDays) : null;

    private MemoryStep? LastStep(DateTimeOffset instant) => Array.FindLast(_steps, step => step.At <= instant);

    private static IEnumerable<MemoryStep> Fold(IEnumerable<(DateTimeOffset At, Rating Rating)> reviews, Func<DateTimeOffset, DateOnly> day)
    {
        MemoryStep? last = null;
        foreach (var (at, rating) in reviews)
        {
            // A clock set back over midnight may count a day backwards; that is the same day.
            var elapsed = last is null ? 0 : Math.Max(0, day(at).DayNumber - day(last.At).DayNumber);
            last = new MemoryStep(at, rating, elapsed, Fsrs6.Next(last?.After, elapsed, rating));
            yield return last;
        }
    }

    private static IEnumerable<(DateTimeOffset At, Rating Rating)> InForce(Dictionary<string, Review> log)
    {
        var corrections = log.Values.Where(entry => entry.Supersedes is not null).ToLookup(entry => Corrected(entry, log).Id);
        foreach (var entry in InOrder(log.Values.Where(entry => entry.Supersedes is null)))
        {
            var inForce = InOrder(corrections[entry.Id]).LastOrDefault(entry);
            if (inForce.Rating is { } rating)
            {
                yield return (entry.At, rating);
            }
        }
    }

    private static Dictionary<string, Review> ById(IEnumerable<Review> log)
    {
        var byId = new Dictionary<string, Review>(StringComparer.Ordinal);
        Review? first = null;
        foreach (var entry in log)
        {
            first ??= entry;
            if (entry.Person != first.Person || entry.Card != first.Card)
            {
                throw new ArgumentException($"The entries {first.Id} and {entry.Id} are not of the same person and card.", nameof(log));
            }

            if (!byId.TryAdd(entry.Id, entry))
            {
                throw new ArgumentException($"Two entries have the id {entry.Id}.", nameof(log));
            }
        }

        return byId;
    }

    /// <summary>The entry at the end of the chain of corrections.</summary>
    private static Review Corrected(Review correction, Dictionary<string, Review> log)
    {
        var entry = correction;
        for (var links = 0; entry.Supersedes is { } id; links++)
        {
            // A chain with more links than entries goes in a circle.
            entry = links < log.Count && log.TryGetValue(id, out var earlier) ? earlier
                : throw new ArgumentException($"The entry {correction.Id} corrects an entry that is not there.", nameof(log));
        }

        return entry;
    }

    private static IOrderedEnumerable<Review> InOrder(IEnumerable<Review> entries) =>
        entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id, StringComparer.Ordinal);
}
