using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Storage;

/// <summary>Sums over the ledger.</summary>
public sealed class LedgerStore(Database database) : ILedger
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Total>> TotalsAsync(GroupId group, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Total>>(
            async (context, token) => (await context.Ledger
                    .Where(row => row.GroupId == group.Value && row.At >= from && row.At < until)
                    .GroupBy(row => row.PersonId)
                    .Select(rows => new
                    {
                        Person = rows.Key,
                        Points = rows.Sum(row => row.Points),
                        Answered = rows.Sum(row => row.Answered),
                        Right = rows.Sum(row => row.Right),
                        Growth = rows.Sum(row => row.Growth),
                    })
                    .ToListAsync(token).ConfigureAwait(false))
                .ConvertAll(total => new Total(new PersonId(total.Person), total.Points, total.Answered, total.Right, total.Growth)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerEntry>> RowsAsync(PersonId person, GroupId? group, int count, CancellationToken cancellationToken)
    {
        var id = group?.Value;
        return database.ReadAsync<IReadOnlyList<LedgerEntry>>(
            async (context, token) => (await context.Ledger
                    .Where(row => row.PersonId == person.Value && (id == null || row.GroupId == id))
                    .OrderByDescending(row => row.Sequence).Take(count)
                    .ToListAsync(token).ConfigureAwait(false))
                .ConvertAll(RoundRows.ToEntry),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> RoundsAsync(GroupId group, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => RoundOccasions.Closed(context, group, from, until).CountAsync(token),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DayPoints>> DaysAsync(
        GroupId group, PersonId reader, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<DayPoints>>(
            async (context, token) => (await context.Ledger
                    .Where(row => row.GroupId == group.Value && row.At >= from && row.At < until)
                    .GroupBy(row => new { row.RoundId, row.At })
                    .Select(rows => new
                    {
                        rows.Key.At,
                        Points = rows.Sum(row => row.Points),
                        Answered = rows.Sum(row => row.Answered),
                        Mine = rows.Sum(row => row.PersonId == reader.Value ? row.Points : 0),
                        IsMine = rows.Sum(row => row.PersonId == reader.Value ? row.Answered : 0),
                    })
                    .OrderBy(round => round.At)
                    .ToListAsync(token).ConfigureAwait(false))
                .FindAll(round => round.Answered > 0)
                .ConvertAll(round => new DayPoints(round.At, (double)round.Points / round.Answered, round.IsMine > 0 ? round.Mine : null)),
            cancellationToken);
}
