using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Zones;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Groups and their members in the database.</summary>
public sealed class GroupStore(Database database) : IGroups
{
    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(Group group, PersonId captain, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        return database.WriteAsync(
            async (context, token) =>
            {
                var row = new GroupRow { Id = group.Id.Value, MadeAt = now };
                Set(row, group);
                if (await IsTakenAsync(context, row, token).ConfigureAwait(false))
                {
                    return false;
                }

                context.Groups.Add(row);
                context.GroupZones.Add(new GroupZoneRow { GroupId = row.Id, From = DateOnly.MinValue, Zone = group.Zone });
                context.Members.Add(new MemberRow
                {
                    GroupId = row.Id,
                    PersonId = captain.Value,
                    State = MemberState.Active,
                    IsCaptain = true,
                    JoinedAt = now,
                });
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Group?> FindAsync(GroupId id, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => await GroupsAsync(context, context.Groups.Where(row => row.Id == id.Value), token).ConfigureAwait(false) is [var group]
            ? group
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Group>> InWorkspaceAsync(ChannelRef channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return database.ReadAsync(
            (context, token) => GroupsAsync(
                context,
                context.Groups.Where(row => (row.Platform == channel.Platform && row.Workspace == channel.Workspace)
                    || context.ScheduleGroups.Any(served => served.GroupId == row.Id && context.ScheduleChannels.Any(posted =>
                        posted.ScheduleId == served.ScheduleId && posted.Platform == channel.Platform && posted.Workspace == channel.Workspace))),
                token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Group>> OfChannelAsync(ChannelRef channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return database.ReadAsync(
            (context, token) => GroupsAsync(
                context,
                context.Groups.Where(row => (row.Platform == channel.Platform && row.Workspace == channel.Workspace && row.Channel == channel.Id)
                    || context.ScheduleGroups.Any(served => served.GroupId == row.Id && context.ScheduleChannels.Any(posted =>
                        posted.ScheduleId == served.ScheduleId && posted.Platform == channel.Platform
                        && posted.Workspace == channel.Workspace && posted.Channel == channel.Id))),
                token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Member>> OfPersonAsync(PersonId person, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => MembersAsync(context, context.Members.Where(row => row.PersonId == person.Value), token), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Member>> MembersAsync(GroupId group, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => MembersAsync(context, context.Members.Where(row => row.GroupId == group.Value), token), cancellationToken);

    /// <inheritdoc/>
    public Task SetMemberAsync(GroupId group, PersonId person, MemberState state, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (context, token) =>
            {
                var row = await context.Members.FirstOrDefaultAsync(
                    member => member.GroupId == group.Value && member.PersonId == person.Value, token).ConfigureAwait(false);
                if (row is null)
                {
                    row = new MemberRow { GroupId = group.Value, PersonId = person.Value, JoinedAt = now };
                    context.Members.Add(row);
                }
                else if (row.State == state)
                {
                    return false;
                }

                row.State = state;
                row.LeftAt = state == MemberState.Left ? now : null;
                row.IsCaptain &= state is MemberState.Active or MemberState.Excluded;
                row.IsAskedToBeCaptain &= row.State is MemberState.Active or MemberState.Excluded;
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAskCaptainAsync(GroupId group, PersonId person, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => await InIt(context, group, person).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsAskedToBeCaptain, true), token).ConfigureAwait(false) > 0,
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryAcceptCaptainAsync(GroupId group, PersonId person, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => await InIt(context, group, person).Where(row => row.IsAskedToBeCaptain)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsAskedToBeCaptain, false).SetProperty(row => row.IsCaptain, true), token).ConfigureAwait(false) > 0,
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryRemoveCaptainAsync(GroupId group, PersonId person, bool mayBeLast, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            if (database.IsPostgres)
            {
                // Two captains who step down at once must not both find the other still there.
                await context.Database.ExecuteSqlAsync($"SELECT 1 FROM groups WHERE id = {group.Value} FOR UPDATE", token).ConfigureAwait(false);
            }

            var captains = await context.Members
                .Where(member => member.GroupId == group.Value && (member.State == MemberState.Active || member.State == MemberState.Excluded) && (member.IsCaptain || member.PersonId == person.Value))
                .ToListAsync(token).ConfigureAwait(false);
            var row = captains.Find(member => member.PersonId == person.Value);
            if (row is null || (row.IsCaptain && !mayBeLast && captains.TrueForAll(member => member.PersonId == person.Value)))
            {
                return false;
            }

            (row.IsCaptain, row.IsAskedToBeCaptain) = (false, false);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryUpdateAsync(Group group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        return database.WriteAsync(
            async (context, token) =>
            {
                var row = await context.Groups.FirstOrDefaultAsync(row => row.Id == group.Id.Value, token).ConfigureAwait(false);
                if (row is null)
                {
                    return false;
                }

                Set(row, group);
                return !await IsTakenAsync(context, row, token).ConfigureAwait(false) || Undo(context);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task SetZoneAsync(GroupId group, GroupZone zone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return database.WriteAsync(
            async (context, token) =>
            {
                await context.GroupZones.Where(row => row.GroupId == group.Value && row.From >= zone.From && row.From > DateOnly.MinValue)
                    .ExecuteDeleteAsync(token).ConfigureAwait(false);
                context.GroupZones.Add(new GroupZoneRow { GroupId = group.Value, From = zone.From, Zone = zone.Zone });
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupZone>> ZonesAsync(GroupId group, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<GroupZone>>(
        async (context, token) => await context.GroupZones.Where(row => row.GroupId == group.Value).OrderBy(row => row.From)
            .Select(row => new GroupZone(row.From, row.Zone)).ToListAsync(token).ConfigureAwait(false),
        cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(GroupId group, CancellationToken cancellationToken) =>
        database.WriteAsync((context, token) => DeleteAsync(context, group.Value, token), cancellationToken);

    /// <summary>Deletes a group within a transaction.</summary>
    internal static async Task<int> DeleteAsync(TutorDatabase context, string group, CancellationToken token)
    {
        await context.Members.Where(row => row.GroupId == group).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.GroupZones.Where(row => row.GroupId == group).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Recaps.Where(row => row.GroupId == group).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.ScheduleGroups.Where(row => row.GroupId == group).ExecuteDeleteAsync(token).ConfigureAwait(false);
        // A schedule that serves nobody any more goes with it.
        await context.ScheduleChannels.Where(row => !context.ScheduleGroups.Any(served => served.ScheduleId == row.ScheduleId)).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.SkippedDates.Where(row => !context.ScheduleGroups.Any(served => served.ScheduleId == row.ScheduleId)).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Schedules.Where(row => !context.ScheduleGroups.Any(served => served.ScheduleId == row.Id)).ExecuteDeleteAsync(token).ConfigureAwait(false);
        return await context.Groups.Where(row => row.Id == group).ExecuteDeleteAsync(token).ConfigureAwait(false);
    }

    private static IQueryable<MemberRow> InIt(TutorDatabase context, GroupId group, PersonId person) => context.Members.Where(
        row => row.GroupId == group.Value && row.PersonId == person.Value && (row.State == MemberState.Active || row.State == MemberState.Excluded));

    private static bool Undo(TutorDatabase context)
    {
        context.ChangeTracker.Clear();
        return false;
    }

    private static Task<bool> IsTakenAsync(TutorDatabase context, GroupRow row, CancellationToken token) => context.Groups.AnyAsync(
        other => other.Id != row.Id && other.Platform == row.Platform && other.Workspace == row.Workspace && other.NameKey == row.NameKey, token);

    private static void Set(GroupRow row, Group group)
    {
        (row.Platform, row.Workspace, row.Channel) = (group.Home.Platform, group.Home.Workspace, group.Home.Id);
        (row.Name, row.NameKey) = (group.Name, GroupName.Key(group.Name));
        (row.Decks, row.JoinPolicy, row.JoinCode) = (JsonSerializer.Serialize(group.Decks), group.JoinPolicy, group.JoinCode);
        (row.HasRecap, row.HasThrowback) = (group.HasRecap, group.HasThrowback);
    }

    private static async Task<IReadOnlyList<Group>> GroupsAsync(TutorDatabase context, IQueryable<GroupRow> query, CancellationToken token) =>
        (await query.OrderBy(row => row.NameKey)
            .Select(row => new { Row = row, Zone = context.GroupZones.Where(zone => zone.GroupId == row.Id).OrderByDescending(zone => zone.From).Select(zone => zone.Zone).First() })
            .ToListAsync(token).ConfigureAwait(false))
        .ConvertAll(found => new Group(
            new GroupId(found.Row.Id),
            new ChannelRef(found.Row.Platform, found.Row.Workspace, found.Row.Channel),
            found.Row.Name,
            found.Zone,
            JsonSerializer.Deserialize<List<string>>(found.Row.Decks) ?? [],
            found.Row.JoinPolicy,
            found.Row.JoinCode)
        {
            HasRecap = found.Row.HasRecap,
            HasThrowback = found.Row.HasThrowback,
        });

    private static async Task<IReadOnlyList<Member>> MembersAsync(TutorDatabase context, IQueryable<MemberRow> query, CancellationToken token) =>
        await query.Join(context.People, member => member.PersonId, person => person.Id, (member, person) => new { member, person })
            .OrderBy(pair => pair.member.JoinedAt).ThenBy(pair => pair.member.PersonId)
            .Select(pair => new Member(
                new GroupId(pair.member.GroupId), new PersonId(pair.member.PersonId), pair.person.Name, pair.person.Visibility,
                pair.member.State, pair.member.IsCaptain, pair.member.JoinedAt)
            {
                SeenAt = pair.person.SeenAt,
                IsAskedToBeCaptain = pair.member.IsAskedToBeCaptain,
            })
            .ToListAsync(token).ConfigureAwait(false);
}
