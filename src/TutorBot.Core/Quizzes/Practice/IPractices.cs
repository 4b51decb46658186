using TutorBot.Core.Cards;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary>Practice questions; those older than a day go. Each method is one transaction.</summary>
public interface IPractices
{
    /// <summary>Keeps a question.</summary>
    Task AddAsync(PracticeQuestion question, CancellationToken cancellationToken);

    /// <summary>The question, or null: it is too old, or somebody else's.</summary>
    Task<PracticeQuestion?> FindAsync(string id, PersonId person, CancellationToken cancellationToken);

    /// <summary>Keeps how it was answered, once; false where it was answered before.</summary>
    Task<bool> TryAnswerAsync(string id, bool isRight, CancellationToken cancellationToken);

    /// <summary>The last question of a person that waits for a typed answer, or null.</summary>
    Task<PracticeQuestion?> LastTypedAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>The cards that a person was asked last, the newest first.</summary>
    Task<IReadOnlyList<CardId>> LastCardsAsync(PersonId person, int count, CancellationToken cancellationToken);
}
