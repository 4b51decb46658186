using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Schedules;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Schedules in the database.</summary>
public sealed class ScheduleStore(Database database) : ISchedules
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Schedule>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => SchedulesAsync(context, context.Schedules, token), cancellationToken);

    /// <inheritdoc/>
    public Task<Schedule?> FindAsync(ScheduleId id, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => await SchedulesAsync(context, context.Schedules.Where(row => row.Id == id.Value), token).ConfigureAwait(false) is [var schedule]
            ? schedule
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task<Schedule?> OfGroupAsync(GroupId group, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => await SchedulesAsync(
            context,
            context.Schedules.Where(row => context.ScheduleGroups.Any(served => served.ScheduleId == row.Id && served.GroupId == group.Value)),
            token).ConfigureAwait(false) is [var schedule]
            ? schedule
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Schedule>> OfChannelAsync(ChannelRef channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return database.ReadAsync(
            (context, token) => SchedulesAsync(
                context,
                context.Schedules.Where(row => context.ScheduleChannels.Any(posted => posted.ScheduleId == row.Id
                    && posted.Platform == channel.Platform && posted.Workspace == channel.Workspace && posted.Channel == channel.Id)),
                token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TrySaveAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var id = schedule.Id.Value;
        var groups = schedule.Groups.Select(group => group.Value).ToArray();
        return database.WriteAsync(
            async (context, token) =>
            {
                if (await context.ScheduleGroups.AnyAsync(served => groups.Contains(served.GroupId) && served.ScheduleId != id, token).ConfigureAwait(false))
                {
                    return false;
                }

                var row = await context.Schedules.FirstOrDefaultAsync(row => row.Id == id, token).ConfigureAwait(false);
                if (row is null)
                {
                    row = new ScheduleRow { Id = id };
                    context.Schedules.Add(row);
                }

                (row.Days, row.PostAt, row.CloseAt) = (schedule.Days, schedule.PostAt, schedule.CloseAt);
                (row.IsPaused, row.ActiveFrom, row.SetUpBy) = (schedule.IsPaused, schedule.ActiveFrom, schedule.SetUpBy.Value);
                await context.ScheduleGroups.Where(served => served.ScheduleId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                var before = await context.ScheduleChannels.AsNoTracking().Where(posted => posted.ScheduleId == id).ToListAsync(token).ConfigureAwait(false);
                await context.ScheduleChannels.Where(posted => posted.ScheduleId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
                context.ScheduleGroups.AddRange(groups.Select(group => new ScheduleGroupRow { GroupId = group, ScheduleId = id }));
                context.ScheduleChannels.AddRange(schedule.Channels.Select((posted, position) => new ScheduleChannelRow
                {
                    ScheduleId = id,
                    Platform = posted.Channel.Platform,
                    Workspace = posted.Channel.Workspace,
                    Channel = posted.Channel.Id,
                    Zone = posted.Zone,
                    Position = position,
                    GoneSince = before.Find(row => (row.Platform, row.Workspace, row.Channel) == (posted.Channel.Platform, posted.Channel.Workspace, posted.Channel.Id))?.GoneSince,
                }));
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NoteChannelAsync(ScheduleId id, ChannelRef channel, DateTimeOffset? goneAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        // Nearly always it is as it was: no write.
        var known = await database.ReadAsync((context, token) => Of(context, id, channel).FirstOrDefaultAsync(token), cancellationToken).ConfigureAwait(false);
        return known is null || (known.GoneSince is null) == (goneAt is null)
            ? known?.GoneSince
            : await database.WriteAsync(
                async (context, token) =>
                {
                    if (await Of(context, id, channel).FirstOrDefaultAsync(token).ConfigureAwait(false) is { } row)
                    {
                        row.GoneSince = goneAt is null ? null : row.GoneSince ?? goneAt;
                        return row.GoneSince;
                    }

                    return null;
                },
                cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task RemoveChannelAsync(ScheduleId id, ChannelRef channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return database.WriteAsync(
            async (context, token) =>
            {
                await Of(context, id, channel).ExecuteDeleteAsync(token).ConfigureAwait(false);
                if (!await context.ScheduleChannels.AnyAsync(row => row.ScheduleId == id.Value, token).ConfigureAwait(false))
                {
                    await RemoveAsync(context, id, token).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(ScheduleId id, CancellationToken cancellationToken) =>
        database.WriteAsync((context, token) => RemoveAsync(context, id, token), cancellationToken);

    /// <inheritdoc/>
    public Task SkipAsync(ScheduleId id, DateOnly day, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            if (!await context.SkippedDates.AnyAsync(row => row.ScheduleId == id.Value && row.Day == day, token).ConfigureAwait(false))
            {
                context.SkippedDates.Add(new SkippedDateRow { ScheduleId = id.Value, Day = day });
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DateOnly>> SkippedAsync(ScheduleId id, DateOnly from, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<DateOnly>>(
        async (context, token) => await context.SkippedDates.Where(row => row.ScheduleId == id.Value && row.Day >= from)
            .OrderBy(row => row.Day).Select(row => row.Day).ToListAsync(token).ConfigureAwait(false),
        cancellationToken);

    private static async Task<int> RemoveAsync(TutorDatabase context, ScheduleId id, CancellationToken token)
    {
        await context.ScheduleGroups.Where(row => row.ScheduleId == id.Value).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.ScheduleChannels.Where(row => row.ScheduleId == id.Value).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.SkippedDates.Where(row => row.ScheduleId == id.Value).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Invitations.Where(row => row.ScheduleId == id.Value).ExecuteDeleteAsync(token).ConfigureAwait(false);
        return await context.Schedules.Where(row => row.Id == id.Value).ExecuteDeleteAsync(token).ConfigureAwait(false);
    }

    private static IQueryable<ScheduleChannelRow> Of(TutorDatabase context, ScheduleId id, ChannelRef channel) => context.ScheduleChannels.Where(row =>
        row.ScheduleId == id.Value && row.Platform == channel.Platform && row.Workspace == channel.Workspace && row.Channel == channel.Id);

    private static async Task<IReadOnlyList<Schedule>> SchedulesAsync(TutorDatabase context, IQueryable<ScheduleRow> query, CancellationToken token)
    {
        var rows = await query.OrderBy(row => row.Id).ToListAsync(token).ConfigureAwait(false);
        var groups = (await context.ScheduleGroups.Where(served => query.Any(row => row.Id == served.ScheduleId)).OrderBy(served => served.GroupId)
            .ToListAsync(token).ConfigureAwait(false)).ToLookup(served => served.ScheduleId);
        var channels = (await context.ScheduleChannels.Where(posted => query.Any(row => row.Id == posted.ScheduleId)).OrderBy(posted => posted.Position)
            .ToListAsync(token).ConfigureAwait(false)).ToLookup(posted => posted.ScheduleId);
        return rows.ConvertAll(row => new Schedule(
            new ScheduleId(row.Id),
            [.. groups[row.Id].Select(served => new GroupId(served.GroupId))],
            row.Days,
            row.PostAt,
            row.CloseAt,
            [.. channels[row.Id].Select(posted => new ScheduleChannel(new ChannelRef(posted.Platform, posted.Workspace, posted.Channel), posted.Zone))],
            row.IsPaused,
            row.ActiveFrom,
            new PersonId(row.SetUpBy)));
    }
}
