using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Welcome;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Servers and workspaces in the database.</summary>
public sealed class ServerStore(Database database) : IServers
{
    /// <inheritdoc/>
    public Task<bool> NoteAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            if (await context.Servers.FirstOrDefaultAsync(row => row.Platform == platform && row.Workspace == workspace, token).ConfigureAwait(false) is { } known)
            {
                return known.GreetedAt is null;
            }

            context.Servers.Add(new ServerRow { Platform = platform, Workspace = workspace, JoinedAt = now });
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryGreetAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => await context.Servers.Where(row => row.Platform == platform && row.Workspace == workspace && row.GreetedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GreetedAt, now), token).ConfigureAwait(false) == 1,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string Platform, string Workspace)>> UngreetedAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<(string Platform, string Workspace)>>(
        async (context, token) => (await context.Servers.Where(row => row.GreetedAt == null).ToListAsync(token).ConfigureAwait(false)).ConvertAll(row => (row.Platform, row.Workspace)),
        cancellationToken);
}
