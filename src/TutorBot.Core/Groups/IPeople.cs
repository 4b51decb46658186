using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary>Who is known. Each method is one transaction.</summary>
public interface IPeople
{
    /// <summary>The person, added at the first meeting; a changed display name is kept.</summary>
    Task<Person> FindOrAddAsync(UserRef who, string name, CancellationToken cancellationToken);

    /// <summary>The person, or null where they are not known.</summary>
    Task<Person?> FindAsync(UserRef who, CancellationToken cancellationToken);

    /// <summary>Keeps the zone that a person reads times in.</summary>
    Task SetZoneAsync(PersonId person, string zone, CancellationToken cancellationToken);

    /// <summary>Keeps who sees a person's name.</summary>
    Task SetVisibilityAsync(PersonId person, Visibility visibility, CancellationToken cancellationToken);
}
