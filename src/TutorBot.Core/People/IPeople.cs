using TutorBot.Core.Chat;

namespace TutorBot.Core.People;

/// <summary>Who is known. Each method is one transaction.</summary>
public interface IPeople
{
    /// <summary>The person, added at the first meeting; a changed display name is kept, and to the day when they were last here.</summary>
    Task<Person> FindOrAddAsync(UserRef who, string name, CancellationToken cancellationToken);

    /// <summary>The person, or null where they are not known.</summary>
    Task<Person?> FindAsync(UserRef who, CancellationToken cancellationToken);

    /// <summary>The person of a number, or null where they are not known.</summary>
    Task<Person?> FindAsync(PersonId id, CancellationToken cancellationToken);

    /// <summary>Keeps whether a person is reminded of rounds that are about to close.</summary>
    Task SetRemindedAsync(PersonId person, bool isReminded, CancellationToken cancellationToken);

    /// <summary>Keeps the zone that a person reads times in.</summary>
    Task SetZoneAsync(PersonId person, string zone, CancellationToken cancellationToken);

    /// <summary>Keeps who sees a person's name.</summary>
    Task SetVisibilityAsync(PersonId person, Visibility visibility, CancellationToken cancellationToken);
}
