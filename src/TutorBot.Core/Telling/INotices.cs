using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Telling;

/// <summary>What people are to be told with their next private reply, because no message reached them.</summary>
public interface INotices
{
    /// <summary>Keeps something to tell; the same text that is waiting already is kept once.</summary>
    Task AddAsync(PersonId person, string text, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What a person is to be told, the oldest first; it is told with that.</summary>
    Task<IReadOnlyList<string>> TakeAsync(UserRef who, CancellationToken cancellationToken);
}
