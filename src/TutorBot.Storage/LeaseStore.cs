using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Leases in the database. A database file belongs to one worker, which has them all: after a kill it need not wait for its own.</summary>
public sealed class LeaseStore(Database database) : ILeases
{
    /// <inheritdoc/>
    public Task<bool> TryHoldAsync(string name, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => !database.IsPostgres
        ? Task.FromResult(true)
        : database.WriteAsync(
            async (context, token) =>
            {
                if (await context.Leases.Where(row => row.Name == name && (row.Holder == holder || row.Until <= now))
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Holder, holder).SetProperty(row => row.Until, until), token).ConfigureAwait(false) == 1)
                {
                    return true;
                }

                if (await context.Leases.AnyAsync(row => row.Name == name, token).ConfigureAwait(false))
                {
                    return false;
                }

                context.Leases.Add(new LeaseRow { Name = name, Holder = holder, Until = until });
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => context.Leases.Where(row => row.Name == name && row.Holder == holder).ExecuteDeleteAsync(token), cancellationToken);
}
