using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>When people are away. Each method is one transaction.</summary>
public interface IAways
{
    /// <summary>A person's times, the latest last.</summary>
    Task<IReadOnlyList<Away>> OfAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Adds a time.</summary>
    Task AddAsync(PersonId person, Away away, CancellationToken cancellationToken);

    /// <summary>Ends what covers a date, before that date; true where something did.</summary>
    Task<bool> EndAsync(PersonId person, DateOnly day, CancellationToken cancellationToken);
}
