using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Core.Explanations;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>What people were last shown, in the database.</summary>
public sealed class ShownStore(Database database) : IShown
{
    /// <inheritdoc/>
    public async Task NoteAsync(UserRef who, ChannelRef channel, Shown shown, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(shown);
        var person = await database.ReadAsync(
            (context, token) => Of(context, who).Select(row => (long?)row.Id).FirstOrDefaultAsync(token), cancellationToken).ConfigureAwait(false);
        if (person is not { } id)
        {
            return;
        }

        await database.WriteAsync(
            async (context, token) =>
            {
                var row = await context.Shown.FirstOrDefaultAsync(
                    row => row.PersonId == id && row.Platform == channel.Platform && row.Workspace == channel.Workspace && row.Channel == channel.Id, token).ConfigureAwait(false);
                if (row is null)
                {
                    row = new ShownRow { PersonId = id, Platform = channel.Platform, Workspace = channel.Workspace, Channel = channel.Id };
                    context.Shown.Add(row);
                }

                (row.Kind, row.Reference, row.At) = (shown.Kind, shown.Reference, now);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Shown?> LastAsync(UserRef who, ChannelRef channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(channel);
        return database.ReadAsync(
            (context, token) => context.Shown
                .Where(row => row.At >= since && row.Platform == channel.Platform && row.Workspace == channel.Workspace && row.Channel == channel.Id
                    && Of(context, who).Any(person => person.Id == row.PersonId))
                .Select(row => new Shown(row.Kind, row.Reference)).FirstOrDefaultAsync(token),
            cancellationToken);
    }

    private static IQueryable<PersonRow> Of(TutorDatabase context, UserRef who) =>
        context.People.Where(person => person.Platform == who.Platform && person.Realm == who.Realm && person.UserId == who.Id);
}
