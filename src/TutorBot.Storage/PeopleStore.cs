using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>People in the database.</summary>
public sealed class PeopleStore(Database database, IgnoreKey key, TimeProvider time) : IPeople
{
    /// <summary>The most UTF-16 units of a display name that are kept.</summary>
    private const int LongestName = 100;

    /// <inheritdoc/>
    public async Task<Person> FindOrAddAsync(UserRef who, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(name);
        var kept = Kept(name);
        if (await FindAsync(who, cancellationToken).ConfigureAwait(false) is { } known && known.Name == kept)
        {
            return known;
        }

        var now = time.GetUtcNow();
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
            async (context, token) => await Of(context, who).FirstOrDefaultAsync(token).ConfigureAwait(false) is { } row
                ? new Person(new PersonId(row.Id), who, row.Name, row.Zone, row.Visibility)
                : null,
            cancellationToken);
    }

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

    private static IQueryable<PersonRow> Of(TutorDatabase context, UserRef who) =>
        context.People.Where(row => row.Platform == who.Platform && row.Realm == who.Realm && row.UserId == who.Id);
}
