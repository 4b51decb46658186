using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Quizzes.Reminders;

/// <summary>Who is reminded of a round: each person at most once.</summary>
public interface IReminders
{
    /// <summary>
    /// Members of the round's groups who asked for reminders, have chosen nothing yet, are not away on its date and were not
    /// reminded of it.
    /// </summary>
    Task<IReadOnlyList<Person>> WaitingAsync(Round round, CancellationToken cancellationToken);

    /// <summary>Keeps that a person is reminded of a round now; false where they were before.</summary>
    Task<bool> TryNoteAsync(RoundId round, PersonId person, CancellationToken cancellationToken);
}
