using Microsoft.EntityFrameworkCore;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>When people are away, in the database.</summary>
public sealed class AwayStore(Database database) : IAways
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Away>> OfAsync(PersonId person, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Away>>(
        async (context, token) => await context.Aways.Where(row => row.PersonId == person.Value).OrderBy(row => row.FirstDay)
            .Select(row => new Away(row.FirstDay, row.LastDay)).ToListAsync(token).ConfigureAwait(false),
        cancellationToken);

    /// <inheritdoc/>
    public Task AddAsync(PersonId person, Away away, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(away);
        return database.WriteAsync(
            async (context, token) =>
            {
                // One row for a first date: setting it again changes how long.
                await context.Aways.Where(row => row.PersonId == person.Value && row.FirstDay == away.From).ExecuteDeleteAsync(token).ConfigureAwait(false);
                context.Aways.Add(new AwayRow { PersonId = person.Value, FirstDay = away.From, LastDay = away.Until });
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> EndAsync(PersonId person, DateOnly day, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            var covering = await context.Aways.Where(row => row.PersonId == person.Value && row.LastDay >= day && row.FirstDay <= day).ToListAsync(token).ConfigureAwait(false);
            foreach (var row in covering)
            {
                if (row.FirstDay == day)
                {
                    context.Aways.Remove(row);
                }
                else
                {
                    row.LastDay = day.AddDays(-1);
                }
            }

            return covering.Count > 0;
        },
        cancellationToken);
}
