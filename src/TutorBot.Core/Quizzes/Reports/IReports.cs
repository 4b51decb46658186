using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary>Reports that wait for the owners of decks. Each method is one transaction.</summary>
public interface IReports
{
    /// <summary>Keeps a report; false where the person reported the round before.</summary>
    Task<bool> TryAddAsync(Report report, CancellationToken cancellationToken);

    /// <summary>The reports that nobody has handled, the oldest first.</summary>
    Task<IReadOnlyList<Report>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Marks all reports of a round as handled.</summary>
    Task HandleAsync(RoundId round, CancellationToken cancellationToken);

    /// <summary>The reports of which an owner was told at an instant or after it, handled or not.</summary>
    Task<IReadOnlyList<Report>> ToldSinceAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Notes that an owner was told of reports.</summary>
    Task NoteToldAsync(IReadOnlyCollection<string> ids, DateTimeOffset now, CancellationToken cancellationToken);
}
