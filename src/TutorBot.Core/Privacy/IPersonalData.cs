using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Privacy;

/// <summary>Everything that is kept of a person, to read and to erase. Each method is one transaction.</summary>
public interface IPersonalData
{
    /// <summary>All of it, by table; an empty list where nothing is kept.</summary>
    Task<IReadOnlyList<PersonalTable>> ExportAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>
    /// Erases the person: answers to open rounds go, closed ones stay in totals without a name, ledger rows are a former
    /// member's; everything else of theirs is deleted, from the file too.
    /// </summary>
    Task EraseAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes whatever is past its time (<see cref="Retention"/>); whoever left a group long enough ago becomes a former
    /// member there.
    /// </summary>
    Task ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps, or forgets, that nothing of a person is to be kept: only a keyed hash of who that is.</summary>
    Task SetIgnoredAsync(UserRef who, bool isIgnored, CancellationToken cancellationToken);

    /// <summary>Whether nothing of a person is to be kept.</summary>
    Task<bool> IsIgnoredAsync(UserRef who, CancellationToken cancellationToken);
}
