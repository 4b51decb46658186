using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Telling;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>What people are still to be told, in the database.</summary>
public sealed class NoticeStore(Database database) : INotices
{
    /// <inheritdoc/>
    public Task AddAsync(PersonId person, string text, PersonId? about, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            if (!await context.Notices.AnyAsync(row => row.PersonId == person.Value && row.Text == text, token).ConfigureAwait(false))
            {
                context.Notices.Add(new NoticeRow { PersonId = person.Value, Text = text, About = about?.Value, At = now });
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> TakeAsync(UserRef who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        // Most have nothing to be told: they cost no write.
        return await database.ReadAsync((context, token) => Of(context, who).AnyAsync(token), cancellationToken).ConfigureAwait(false)
            ? await database.WriteAsync(
                async (context, token) =>
                {
                    var rows = await Of(context, who).OrderBy(row => row.Id).ToListAsync(token).ConfigureAwait(false);
                    context.Notices.RemoveRange(rows);
                    return rows.ConvertAll(row => row.Text);
                },
                cancellationToken).ConfigureAwait(false)
            : [];
    }

    private static IQueryable<NoticeRow> Of(TutorDatabase context, UserRef who) => context.Notices.Where(row => context.People.Any(person =>
        person.Id == row.PersonId && person.Platform == who.Platform && person.Realm == who.Realm && person.UserId == who.Id));
}
