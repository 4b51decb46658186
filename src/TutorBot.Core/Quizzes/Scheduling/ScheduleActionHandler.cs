using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>What is done with a schedule that is set: showing, pausing, skipping, posting now, removing.</summary>
public sealed class ScheduleActionHandler(
    ScheduleAccess access, ISchedules schedules, RoundOpener opener, RoundMaker maker, IScheduleTimer timer, TimeProvider time)
{
    private const int DatesLookedAt = 60;

    /// <summary>Does it.</summary>
    public async Task<Reply> HandleAsync(Request request, ManageSchedule command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var isChange = command.Action is not (ScheduleAction.Show or ScheduleAction.Preview);
        var found = await access.FindAsync(request, command.Group, isChange, cancellationToken).ConfigureAwait(false);
        if (found.Schedule is not { } schedule || found.Group is not { } group)
        {
            return found.Refusal;
        }

        var now = time.GetUtcNow();
        return command.Action switch
        {
            ScheduleAction.Show => new Reply([.. SchedulePanel.Summary(schedule, group, now)]),
            ScheduleAction.Preview => await PreviewAsync(schedule, group, now, cancellationToken).ConfigureAwait(false),
            ScheduleAction.Pause => await SaveAsync(schedule with { IsPaused = true }, "It is paused. A round that is open stays open. /schedule resume goes on.", now, cancellationToken).ConfigureAwait(false),
            ScheduleAction.Resume => await SaveAsync(schedule with { IsPaused = false }, "It is running.", now, cancellationToken).ConfigureAwait(false),
            ScheduleAction.Skip => await SkipAsync(schedule, now, cancellationToken).ConfigureAwait(false),
            ScheduleAction.Now => await PostNowAsync(schedule, now, cancellationToken).ConfigureAwait(false),
            _ => await RemoveAsync(schedule, group, command.IsConfirmed, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<Reply> PreviewAsync(Schedule schedule, Group group, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sample = await maker.SampleAsync(schedule, now, cancellationToken).ConfigureAwait(false);
        var zone = LocalClock.Zone(schedule.Channels[0].Zone);
        List<Block> blocks = [.. SchedulePanel.Summary(schedule, group, now)];
        if (sample is null)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain("No question can be made: its decks are empty, or have a single card. A round needs at least 2 cards; /group set decks:… chooses others.")));
            return new Reply(blocks);
        }

        blocks.Add(new Paragraph(MarkdownText.Plain($"A post looks like this (a sample: the next one asks another card; form {sample.Question.Form}):"), Tone.Quiet));
        // Its letters would answer a round that is not there.
        blocks.AddRange(RoundMessage.Open(sample, zone, [group.Name], 0, 0, null).Where(block => block is not Choices));
        return new Reply(blocks);
    }

    private async Task<Reply> SaveAsync(Schedule schedule, string said, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var saved = schedule with { ActiveFrom = now };
        await schedules.TrySaveAsync(saved, cancellationToken).ConfigureAwait(false);
        await timer.SetAsync(saved, cancellationToken).ConfigureAwait(false);
        var next = saved.IsPaused ? [] : new Block[] { new Paragraph(MarkdownText.Plain("The next posts: ") + SchedulePanel.Times(saved, now), Tone.Quiet) };
        return new Reply([new Paragraph(MarkdownText.Plain(said)), .. next]);
    }

    private async Task<Reply> SkipAsync(Schedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var skipped = await schedules.SkippedAsync(schedule.Id, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-2), cancellationToken).ConfigureAwait(false);
        var coming = Occurrence.After(schedule, now > schedule.ActiveFrom ? now : schedule.ActiveFrom).Take(DatesLookedAt)
            .Where(occurrence => !skipped.Contains(occurrence.Date)).Take(2).ToList();
        if (coming.Count < 2)
        {
            return Reply.Say("The next posts are all left out already.");
        }

        await schedules.SkipAsync(schedule.Id, coming[0].Date, cancellationToken).ConfigureAwait(false);
        var zone = LocalClock.Zone(schedule.Channels[0].Zone);
        return new Reply([
            new Paragraph(MarkdownText.Plain($"{coming[0].Date.ToString("ddd d MMM", CultureInfo.InvariantCulture)} is left out: no streak breaks by it. After it the next post is ")
                + MarkdownText.Time(coming[1].OpensAt, zone, "ddd d MMM HH:mm") + MarkdownText.Plain(".")),
        ]);
    }

    private async Task<Reply> PostNowAsync(Schedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await opener.OpenNowAsync(schedule, now, cancellationToken).ConfigureAwait(false) is not { } round)
        {
            return Reply.Say("No question can be made: its decks are empty, or have a single card. A round needs at least 2 cards.");
        }

        await timer.SetAsync(schedule, cancellationToken).ConfigureAwait(false);
        return Reply.Say(round.Kind == RoundKind.Practice
            ? "Today's round is out, or today has none: this is a practice round, which scores on no board."
            : "Today's round is posted early.");
    }

    private async Task<Reply> RemoveAsync(Schedule schedule, Group group, bool isConfirmed, CancellationToken cancellationToken)
    {
        if (!isConfirmed)
        {
            return new Reply([
                new Paragraph(MarkdownText.Plain($"Remove the daily quiz of {group.Name}? A round that is open stays open; points and boards stay.")),
                new Choices("Remove", [new Button("Remove it", new ManageSchedule(ScheduleAction.Remove, group.Id, true))]),
            ]);
        }

        await schedules.RemoveAsync(schedule.Id, cancellationToken).ConfigureAwait(false);
        await timer.RemoveAsync(schedule.Id, cancellationToken).ConfigureAwait(false);
        return Reply.Say("The daily quiz is removed. /schedule set makes a new one.");
    }
}
