using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Reports;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Reports in the database.</summary>
public sealed class ReportStore(Database database) : IReports
{
    /// <inheritdoc/>
    public Task<bool> TryAddAsync(Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        return database.WriteAsync(
            async (context, token) =>
            {
                if (await context.Reports.AnyAsync(row => row.Id == report.Id, token).ConfigureAwait(false))
                {
                    return false;
                }

                context.Reports.Add(new ReportRow { Id = report.Id, RoundId = report.Round.Value, PersonId = report.Person.Value, At = report.At });
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Report>> OpenAsync(CancellationToken cancellationToken) => ReadAsync(row => !row.IsHandled, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Report>> ToldSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) => ReadAsync(row => row.ToldAt >= since, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(RoundId round, CancellationToken cancellationToken) => database.WriteAsync(
        (context, token) => context.Reports.Where(row => row.RoundId == round.Value).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsHandled, true), token),
        cancellationToken);

    /// <inheritdoc/>
    public Task NoteToldAsync(IReadOnlyCollection<string> ids, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        (context, token) => context.Reports.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldAt, now), token),
        cancellationToken);

    private Task<IReadOnlyList<Report>> ReadAsync(Expression<Func<ReportRow, bool>> which, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Report>>(
        async (context, token) => (await context.Reports.Where(which)
                .Join(context.Rounds, row => row.RoundId, round => round.Id, (row, round) => new { row, round })
                .OrderBy(pair => pair.row.At)
                .ToListAsync(token).ConfigureAwait(false))
            .ConvertAll(pair =>
            {
                var round = pair.round.ToRound([]);
                return new Report(pair.row.Id, round.Id, round.Number, round.Question.Card, round.Question.Prompt, new PersonId(pair.row.PersonId), pair.row.At)
                {
                    ToldAt = pair.row.ToldAt,
                };
            }),
        cancellationToken);
}
