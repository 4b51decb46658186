using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>Finds the schedule that a request means, and whether the asker may change it.</summary>
public sealed class ScheduleAccess(IPeople people, IGroups groups, ISchedules schedules, RandomSource random, TimeProvider time)
{
    private readonly GroupFinder _finder = new(groups);

    /// <summary>The schedule of the group meant, made if it has none; where there is no group here, one is made and named after the channel.</summary>
    public async Task<ScheduleFound> OpenOrMakeAsync(Request request, GroupId? id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var found = await _finder.FindAsync(person.Id, request.In, id, null, cancellationToken).ConfigureAwait(false);
        if (found.Count > 1)
        {
            return ScheduleFound.No(GroupReplies.Choose(found, "Which group's quiz?", "info", group => new SetSchedule(group)));
        }

        if (found is not [var group])
        {
            if (id is not null)
            {
                return ScheduleFound.No(Reply.Say("This group was deleted."));
            }

            if (!request.IsChannelManager)
            {
                return ScheduleFound.No(Reply.Say("The daily quiz is set by who manages this channel, or by a group's captains."));
            }

            var name = GroupName.Read(request.Channel, out _) ?? "Study group";
            group = new Group(new GroupId(random.NewId()), request.In, name, person.Zone ?? request.Zone ?? "UTC", [], JoinPolicy.Open, "");
            if (!await groups.TryCreateAsync(group, person.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
            {
                return ScheduleFound.No(Reply.Say($"There is a group \"{name}\" here already. Join it first: /group join {name}"));
            }
        }

        if (await RefusalAsync(request, person.Id, group, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return ScheduleFound.No(refusal);
        }

        if (await schedules.OfGroupAsync(group.Id, cancellationToken).ConfigureAwait(false) is { } schedule)
        {
            return ScheduleFound.Yes(schedule, group);
        }

        var (days, postAt, closeAt) = Schedule.Standard;
        var made = new Schedule(
            new ScheduleId(random.NewId()), [group.Id], days, postAt, closeAt,
            [new ScheduleChannel(request.In, person.Zone ?? request.Zone ?? group.Zone)], IsPaused: true, time.GetUtcNow(), person.Id);
        return await schedules.TrySaveAsync(made, cancellationToken).ConfigureAwait(false)
            ? ScheduleFound.Yes(made, group)
            : ScheduleFound.No(Reply.Say($"{group.Name} has a schedule by now. /schedule show shows it."));
    }

    /// <summary>A schedule by its id.</summary>
    public async Task<ScheduleFound> OpenAsync(Request request, ScheduleId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        if (await schedules.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } schedule
            || await groups.FindAsync(schedule.Groups[0], cancellationToken).ConfigureAwait(false) is not { } group)
        {
            return ScheduleFound.No(Reply.Say("This schedule was removed. /schedule set makes a new one."));
        }

        return await RefusalAsync(request, person.Id, group, cancellationToken).ConfigureAwait(false) is { } refusal
            ? ScheduleFound.No(refusal)
            : ScheduleFound.Yes(schedule, group);
    }

    /// <summary>The schedule of the group meant, for reading: everyone may.</summary>
    public async Task<ScheduleFound> FindAsync(Request request, GroupId? id, bool isChange, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var found = await _finder.FindAsync(person.Id, request.In, id, null, cancellationToken).ConfigureAwait(false);
        if (found is not [var group])
        {
            return ScheduleFound.No(GroupReplies.Choose(found, "Which group's quiz?", "info", chosen => new ManageSchedule(ScheduleAction.Show, chosen)));
        }

        if (isChange && await RefusalAsync(request, person.Id, group, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return ScheduleFound.No(refusal);
        }

        return await schedules.OfGroupAsync(group.Id, cancellationToken).ConfigureAwait(false) is { } schedule
            ? ScheduleFound.Yes(schedule, group)
            : ScheduleFound.No(new Reply([
                new Paragraph(MarkdownText.Plain($"{group.Name} has no daily quiz yet.")),
                new Choices("Next", [new Button("Set the daily quiz", new SetSchedule(group.Id), "/schedule set")]),
            ]));
    }

    /// <summary>The schedule with the channel of the request, by the clocks that the platform or the asker knows, else those of its first.</summary>
    public async Task<Schedule> WithChannelAsync(Request request, Schedule schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(schedule);
        var zone = request.Zone ?? (await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false)).Zone ?? schedule.Channels[0].Zone;
        return schedule with { Channels = [.. schedule.Channels, new ScheduleChannel(request.In, zone)] };
    }

    private async Task<Reply?> RefusalAsync(Request request, PersonId person, Group group, CancellationToken cancellationToken)
    {
        var members = await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false);
        return GroupRights.MayRun(request, person, members, time.GetUtcNow(), isSchedule: true) ? null : GroupReplies.NoRight(group, members);
    }
}
