using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Core.Leaderboards;

/// <summary>Sums and rows of the ledger; it is written only where rounds close, are regraded or are taken back.</summary>
public interface ILedger
{
    /// <summary>A total for each person with rows of a group whose rounds closed in <c>[from, until)</c>; in no order.</summary>
    Task<IReadOnlyList<Total>> TotalsAsync(GroupId group, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>A person's rows, the newest first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="group">Of one group, or null: of all.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<LedgerEntry>> RowsAsync(PersonId person, GroupId? group, int count, CancellationToken cancellationToken);

    /// <summary>How many daily rounds of a group that are not void closed in <c>[from, until)</c>.</summary>
    Task<int> RoundsAsync(GroupId group, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>What the rounds of a group that closed in <c>[from, until)</c> gave, in order.</summary>
    Task<IReadOnlyList<DayPoints>> DaysAsync(GroupId group, PersonId reader, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
