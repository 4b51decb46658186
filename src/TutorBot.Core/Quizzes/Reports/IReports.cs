using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary>Reports that wait for the owners of decks. Each method is one transaction.</summary>
public interface IReports
{
    /// <summary>Keeps a report; false where the person reported the round before.</summary>
    Task<bool> TryAddAsync(Report report, CancellationToken cancellationToken);

    /// <summary>The reports that nobody has handled, the oldest first.</summary>
    Task<IReadOnlyList<Report>> OpenAsync(int count, CancellationToken cancellationToken);

    /// <summary>Marks all reports of a report's round as handled; false where it is gone.</summary>
    Task<bool> HandleAsync(string id, CancellationToken cancellationToken);

    /// <summary>Marks all reports of a round as handled.</summary>
    Task HandleRoundAsync(RoundId round, CancellationToken cancellationToken);
}
