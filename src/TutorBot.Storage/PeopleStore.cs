using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>People in the database.</summary>
public sealed class PeopleStore(Database database, IgnoreKey key, TimeProvider time) : IPeople
{
    /// <summary>The most UTF-16 units of a display name that are kept.</summary>
    private const int LongestName = 100;

    /// <summary>When somebody was last here is kept no more finely: it costs a write.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<Person> FindOrAddAsync(UserRef who, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(name);
        var kept = Kept(name);
        var now = time.GetUtcNow();
        var known = await database.ReadAsync((context, token) => Of(context, who).FirstOrDefaultAsync(token), cancellationToken).ConfigureAwait(false);
        if (known is not null && known.Name == kept)
        {
            if (!(known.SeenAt > now - SeenEvery))
            {
                await NoteSeenAsync(known.Id, now, cancellationToken).ConfigureAwait(false);
            }

            return ToPerson(known);
        }

        var hash = key.HashOf(who);
        await database.WriteAsync(
            async (context, token) =>
            {
                var row = await Of(context, who).FirstOrDefaultAsync(token).ConfigureAwait(false);
                if (row is null)
                {
                    if (await context.Ignored.AnyAsync(ignored => ignored.Hash == hash, token).ConfigureAwait(false))
                    {
                        throw new PersonIgnoredException();
                    }

                    row = new PersonRow { Platform = who.Platform, Realm = who.Realm, UserId = who.Id, MetAt = now };
                    context.People.Add(row);
                }

                row.Name = kept;
                row.SeenAt = now;
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return await FindAsync(who, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("A person who was just added is gone.");
    }

    /// <inheritdoc/>
    public Task<Person?> FindAsync(UserRef who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        return database.ReadAsync(
            async (context, token) => await Of(context, who).FirstOrDefaultAsync(token).ConfigureAwait(false) is { } row ? ToPerson(row) : null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Person?> FindAsync(PersonId id, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => await context.People.FirstOrDefaultAsync(row => row.Id == id.Value, token).ConfigureAwait(false) is { } row ? ToPerson(row) : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task SetRemindedAsync(PersonId person, bool isReminded, CancellationToken cancellationToken) => database.WriteAsync(
        (context, token) => context.People.Where(row => row.Id == person.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsReminded, isReminded), token),
        cancellationToken);

    /// <inheritdoc/>
    public Task SetZoneAsync(PersonId person, string zone, CancellationToken cancellationToken) => database.WriteAsync(
        (context, token) => context.People.Where(row => row.Id == person.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Zone, zone), token),
        cancellationToken);

    /// <inheritdoc/>
    public Task SetVisibilityAsync(PersonId person, Visibility visibility, CancellationToken cancellationToken) => database.WriteAsync(
        (context, token) => context.People.Where(row => row.Id == person.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Visibility, visibility), token),
        cancellationToken);

    /// <summary>Not too long, and without what PostgreSQL does not take: a zero character, half a surrogate pair.</summary>
    private static string Kept(string name)
    {
        var whole = string.Concat(name.Replace("\0", "", StringComparison.Ordinal).EnumerateRunes());
        return whole.Length <= LongestName ? whole : whole[..(char.IsHighSurrogate(whole[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }

    /// <summary>Who only reads is not kept from it where nothing can be written.</summary>
    private async Task NoteSeenAsync(long id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                (context, token) => context.People.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (StorageUnavailableException)
        {
            // The next request of that day tries again.
        }
    }

    internal static Person ToPerson(PersonRow row) => new(
        new PersonId(row.Id), new UserRef(row.Platform, row.Realm, row.UserId), row.Name, row.Zone, row.Visibility) { IsReminded = row.IsReminded };

    private static IQueryable<PersonRow> Of(TutorDatabase context, UserRef who) =>
        context.People.Where(row => row.Platform == who.Platform && row.Realm == who.Realm && row.UserId == who.Id);
}
