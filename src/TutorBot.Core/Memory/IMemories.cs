using TutorBot.Core.People;

namespace TutorBot.Core.Memory;

/// <summary>What people remember. Each method is one transaction.</summary>
public interface IMemories
{
    /// <summary>All cards that some people have met.</summary>
    Task<IReadOnlyList<CardMemory>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken);

    /// <summary>Appends a review and keeps what it leads to; false where the log has an entry of that id.</summary>
    Task<bool> TryAddAsync(Review review, CancellationToken cancellationToken);
}
