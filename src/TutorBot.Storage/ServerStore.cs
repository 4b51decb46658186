using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Privacy;
using TutorBot.Core.Welcome;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Servers and workspaces in the database.</summary>
public sealed class ServerStore(Database database) : IServers
{
    /// <inheritdoc/>
    public Task<DateTimeOffset?> NoteAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync<DateTimeOffset?>(
        async (context, token) =>
        {
            // Invited again after that time, while we were not there to erase it.
            await EraseDepartedAsync(context, now - TimeSpan.FromDays(Retention.DepartedServersDays), token).ConfigureAwait(false);
            if (await context.Servers.FirstOrDefaultAsync(row => row.Platform == platform && row.Workspace == workspace, token).ConfigureAwait(false) is { } known)
            {
                (known.JoinedAt, known.LeftAt) = (known.LeftAt is null ? known.JoinedAt : now, null);
                return known.GreetedAt is null ? known.JoinedAt : null;
            }

            context.Servers.Add(new ServerRow { Platform = platform, Workspace = workspace, JoinedAt = now });
            return now;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task LeaveAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => context.Servers.Where(row => row.Platform == platform && row.Workspace == workspace && row.LeftAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeftAt, now).SetProperty(row => row.GreetedAt, (DateTimeOffset?)null), token),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> PresentAsync(string platform, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<string>>(
        async (context, token) => await context.Servers.Where(row => row.Platform == platform && row.LeftAt == null).Select(row => row.Workspace).ToListAsync(token).ConfigureAwait(false),
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryGreetAsync(string platform, string workspace, DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => await context.Servers.Where(row => row.Platform == platform && row.Workspace == workspace && row.GreetedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GreetedAt, now), token).ConfigureAwait(false) == 1,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string Platform, string Workspace)>> UngreetedAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<(string Platform, string Workspace)>>(
        async (context, token) => (await context.Servers.Where(row => row.GreetedAt == null && row.LeftAt == null).ToListAsync(token).ConfigureAwait(false)).ConvertAll(row => (row.Platform, row.Workspace)),
        cancellationToken);

    /// <summary>Erases what belongs to servers that removed the tutor before an instant: their groups with all of theirs, and their channels.</summary>
    internal static async Task EraseDepartedAsync(TutorDatabase context, DateTimeOffset before, CancellationToken token)
    {
        foreach (var server in await context.Servers.AsNoTracking().Where(row => row.LeftAt < before).ToListAsync(token).ConfigureAwait(false))
        {
            var (platform, workspace) = (server.Platform, server.Workspace);
            var groups = await context.Groups.Where(row => row.Platform == platform && row.Workspace == workspace).Select(row => row.Id).ToListAsync(token).ConfigureAwait(false);
            foreach (var group in groups)
            {
                await context.Ledger.Where(row => row.GroupId == group).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await GroupStore.DeleteAsync(context, group, token).ConfigureAwait(false);
            }

            await context.ScheduleChannels.Where(row => row.Platform == platform && row.Workspace == workspace).ExecuteDeleteAsync(token).ConfigureAwait(false);
            await context.Servers.Where(row => row.Platform == platform && row.Workspace == workspace).ExecuteDeleteAsync(token).ConfigureAwait(false);
        }
    }
}
