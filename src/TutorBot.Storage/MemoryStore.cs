using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>The review log and what it folds to, in the database.</summary>
public sealed class MemoryStore(Database database) : IMemories
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<CardMemory>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(person => person.Value).ToArray();
        return database.ReadAsync<IReadOnlyList<CardMemory>>(
            async (context, token) => (await context.Memories.Where(row => ids.Contains(row.PersonId)).ToListAsync(token).ConfigureAwait(false))
                .ConvertAll(RoundRows.ToMemory),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryAddAsync(Review review, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        return database.WriteAsync(
            async (context, token) =>
            {
                if (await context.Reviews.AnyAsync(row => row.Id == review.Id, token).ConfigureAwait(false))
                {
                    return false;
                }

                var card = review.Card.ToString();
                // Before the log: what is logged meanwhile makes this row another one, and the change is run again.
                var row = await context.Memories.FirstOrDefaultAsync(
                    row => row.PersonId == review.Person.Value && row.Card == card, token).ConfigureAwait(false);
                var log = (await context.Reviews.AsNoTracking()
                        .Where(row => row.PersonId == review.Person.Value && row.Card == card)
                        .ToListAsync(token).ConfigureAwait(false))
                    .ConvertAll(RoundRows.ToReview);
                context.Reviews.Add(review.ToRow());
                if (CardMemory.Of(review.Person, review.Card, new MemoryHistory([.. log, review])) is not { } after)
                {
                    if (row is not null)
                    {
                        context.Memories.Remove(row);
                    }

                    return true;
                }

                var isNew = row is null;
                row ??= new MemoryRow();
                row.Set(after);
                if (isNew)
                {
                    context.Memories.Add(row);
                }

                return true;
            },
            cancellationToken);
    }
}
