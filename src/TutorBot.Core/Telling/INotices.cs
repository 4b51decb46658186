using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Telling;

/// <summary>What people are to be told with their next private reply, because no message reached them.</summary>
public interface INotices
{
    /// <summary>Keeps something to tell; the same text that is waiting already is kept once.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="text">What.</param>
    /// <param name="about">The person whose name it says, or null.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AddAsync(PersonId person, string text, PersonId? about, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What a person is to be told, the oldest first; it is told with that.</summary>
    Task<IReadOnlyList<string>> TakeAsync(UserRef who, CancellationToken cancellationToken);
}
