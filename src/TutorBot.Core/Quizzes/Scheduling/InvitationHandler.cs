using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>Brings channels of other servers and platforms into a schedule, by a code that works once.</summary>
public sealed class InvitationHandler(
    ScheduleAccess access, IGroups groups, ISchedules schedules, IInvitations invitations, IScheduleTimer timer, RandomSource random, TimeProvider time)
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(7);

    /// <summary>Makes a code; for those who run the group.</summary>
    public async Task<Reply> InviteAsync(Request request, InviteChannel command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = await access.FindAsync(request, command.Group, isChange: true, cancellationToken).ConfigureAwait(false);
        if (found.Schedule is not { } schedule || found.Group is not { } group)
        {
            return found.Refusal;
        }

        var code = random.NewCode();
        await invitations.AddAsync(code, schedule.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return new Reply([
            new Paragraph(MarkdownText.Plain($"To post the daily quiz of {group.Name} in another channel too, who manages that channel types there:")),
            new Paragraph(MarkdownText.Authored($"`/group join {code}`")),
            new Paragraph(MarkdownText.Plain("The code works once, for seven days. The round is the same everywhere, posted at each channel's own time; it closes everywhere at the latest close."), Tone.Quiet),
        ]);
    }

    /// <summary>Uses a code in the channel of the request; null where the text is no code, or the asker does not manage the channel.</summary>
    public async Task<Reply?> UseAsync(Request request, string typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typed);
        var code = typed.Trim().ToUpperInvariant();
        if (!request.IsChannelManager || code.Length != RandomSource.CodeLength
            || await invitations.FindAsync(code, time.GetUtcNow() - Valid, cancellationToken).ConfigureAwait(false) is not { } id
            || await schedules.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } schedule
            || await groups.FindAsync(schedule.Groups[0], cancellationToken).ConfigureAwait(false) is not { } group)
        {
            return null;
        }

        if (schedule.Channels.Any(channel => channel.Channel == request.In))
        {
            return Reply.Say($"The daily quiz of {group.Name} is posted here already. The code still works elsewhere.");
        }

        if (await invitations.TakeAsync(code, time.GetUtcNow() - Valid, cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        var changed = (await access.WithChannelAsync(request, schedule, cancellationToken).ConfigureAwait(false)) with { ActiveFrom = time.GetUtcNow() };
        await schedules.TrySaveAsync(changed, cancellationToken).ConfigureAwait(false);
        await timer.SetAsync(changed, cancellationToken).ConfigureAwait(false);
        return new Reply([
            new Paragraph(MarkdownText.Plain($"The daily quiz of {group.Name} is posted here too, by the clocks of {ZoneText.CityOf(changed.Channels[^1].Zone)}; /schedule set zone:CITY changes them.")),
            new Choices("Next", [new Button("Show the group", new ShowGroup(group.Id), "/group info")]),
        ]);
    }
}
