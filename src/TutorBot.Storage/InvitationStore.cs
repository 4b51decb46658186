using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Schedules;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Invitations in the database.</summary>
public sealed class InvitationStore(Database database) : IInvitations
{
    /// <inheritdoc/>
    public Task AddAsync(string code, ScheduleId schedule, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        (context, token) =>
        {
            context.Invitations.Add(new InvitationRow { Code = code, ScheduleId = schedule.Value, MadeAt = now });
            return Task.FromResult(true);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ScheduleId?> FindAsync(string code, DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync<ScheduleId?>(
        async (context, token) => await context.Invitations.FirstOrDefaultAsync(row => row.Code == code && row.MadeAt >= since, token).ConfigureAwait(false) is { } row
            ? new ScheduleId(row.ScheduleId)
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task<ScheduleId?> TakeAsync(string code, DateTimeOffset since, CancellationToken cancellationToken) => database.WriteAsync<ScheduleId?>(
        async (context, token) =>
        {
            await context.Invitations.Where(row => row.MadeAt < since).ExecuteDeleteAsync(token).ConfigureAwait(false);
            var row = await context.Invitations.AsNoTracking().FirstOrDefaultAsync(row => row.Code == code, token).ConfigureAwait(false);
            // Whoever deletes it has it: of two who type it at once only one.
            return row is not null && await context.Invitations.Where(one => one.Code == code).ExecuteDeleteAsync(token).ConfigureAwait(false) == 1
                ? new ScheduleId(row.ScheduleId)
                : null;
        },
        cancellationToken);
}
