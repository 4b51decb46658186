using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>Sets schedules: typed values or the panel's choices, one at a time, each kept at once.</summary>
public sealed class ScheduleHandler(
    ScheduleAccess access, ISchedules schedules, IZones zones, IScheduleTimer timer, QuizLimits limits, TimeProvider time)
{
    /// <summary><c>/schedule set</c>.</summary>
    public async Task<Reply> SetAsync(Request request, SetSchedule command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = await access.OpenOrMakeAsync(request, command.Group, cancellationToken).ConfigureAwait(false);
        if (found.Schedule is not { } schedule || found.Group is not { } group)
        {
            return found.Refusal;
        }

        var problems = new List<string>();
        var changed = schedule;
        if (command.Days is { } days)
        {
            changed = WeekDaysText.Parse(days) is { } parsed ? changed with { Days = parsed } : Problem(changed, $"\"{Shown(days)}\" are no days; write mon-fri, daily, or mon, wed.");
        }

        if (command.PostAt is { } postAt)
        {
            changed = ClockTime.Parse(postAt) is { } parsed ? changed with { PostAt = parsed } : Problem(changed, $"\"{Shown(postAt)}\" is no time; write it as 09:30.");
        }

        if (command.CloseAt is { } closeAt)
        {
            changed = ClockTime.Parse(closeAt) is { } parsed ? changed with { CloseAt = parsed } : Problem(changed, $"\"{Shown(closeAt)}\" is no time; write it as 16:30.");
        }

        if (command.Zone is { } city)
        {
            changed = zones.Find(city) switch
            {
                [var zone] => WithZone(changed, request.In, zone.Id),
                [] => Problem(changed, $"No city or zone \"{Shown(city)}\" is known; write a larger city nearby, its country, or an offset such as UTC+2."),
                var several => Problem(changed, $"\"{Shown(city)}\" may be {string.Join(", ", several.Take(5).Select(choice => choice.Label))}; write one of these."),
            };
        }

        if (WindowProblem(changed) is { } window)
        {
            problems.Add(window);
        }

        return problems.Count > 0
            ? await KeptAsync(schedule, group, request, "Nothing was changed. " + string.Join(" ", problems), cancellationToken).ConfigureAwait(false)
            : await ChangeAsync(schedule, changed, group, request, cancellationToken).ConfigureAwait(false);

        Schedule Problem(Schedule same, string text)
        {
            problems.Add(text);
            return same;
        }
    }

    /// <summary>A choice in the panel.</summary>
    public async Task<Reply> EditAsync(Request request, EditSchedule command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = await access.OpenAsync(request, command.Schedule, cancellationToken).ConfigureAwait(false);
        if (found.Schedule is not { } schedule || found.Group is not { } group)
        {
            return found.Refusal;
        }

        var number = int.TryParse(command.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
        var changed = command.Field switch
        {
            ScheduleField.Days when number is > 0 and <= (int)WeekDays.All => schedule with { Days = (WeekDays)number },
            ScheduleField.PostAt when number is >= 0 and < 24 * 60 => schedule with { PostAt = TimeOnly.MinValue.AddMinutes(number) },
            ScheduleField.CloseAt when number is >= 0 and < 24 * 60 => schedule with { CloseAt = TimeOnly.MinValue.AddMinutes(number) },
            ScheduleField.Zone when LocalClock.FindZone(command.Value) is not null => WithZone(schedule, request.In, command.Value),
            _ => schedule,
        };
        return (WindowProblem(changed) is { } problem
            ? await KeptAsync(schedule, group, request, $"Nothing was changed. {problem}", cancellationToken).ConfigureAwait(false)
            : await ChangeAsync(schedule, changed, group, request, cancellationToken).ConfigureAwait(false)) with { Replaces = true };
    }

    /// <summary>Starts a schedule, or goes on after a pause.</summary>
    public async Task<Reply> StartAsync(Request request, StartSchedule command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = await access.OpenAsync(request, command.Schedule, cancellationToken).ConfigureAwait(false);
        return found.Schedule is { } schedule && found.Group is { } group
            ? await ChangeAsync(schedule, schedule with { IsPaused = false }, group, request, cancellationToken).ConfigureAwait(false) with { Replaces = true }
            : found.Refusal;
    }

    /// <summary>Adds the channel of the request.</summary>
    public async Task<Reply> AddChannelAsync(Request request, AddChannel command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var found = await access.OpenAsync(request, command.Schedule, cancellationToken).ConfigureAwait(false);
        if (found.Schedule is not { } schedule || found.Group is not { } group)
        {
            return found.Refusal;
        }

        if (schedule.Channels.Any(channel => channel.Channel == request.In))
        {
            return await KeptAsync(schedule, group, request, "It posts here already.", cancellationToken).ConfigureAwait(false);
        }

        var changed = await access.WithChannelAsync(request, schedule, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(schedule, changed, group, request, cancellationToken).ConfigureAwait(false) with { Replaces = true };
    }

    private async Task<Reply> ChangeAsync(Schedule before, Schedule changed, Group group, Request request, CancellationToken cancellationToken)
    {
        if (changed == before)
        {
            return await KeptAsync(before, group, request, null, cancellationToken).ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        var saved = changed with { ActiveFrom = now };
        if (!await schedules.TrySaveAsync(saved, cancellationToken).ConfigureAwait(false))
        {
            return Reply.Say($"{group.Name} has another schedule by now. /schedule show shows it.");
        }

        await timer.SetAsync(saved, cancellationToken).ConfigureAwait(false);
        var said = before.IsPaused && !saved.IsPaused ? "It is running." : saved.IsPaused ? "Kept. Press Start when everything is as you want it." : "Kept.";
        return SchedulePanel.Of(saved, group, request, zones, limits, now, said);
    }

    private Task<Reply> KeptAsync(Schedule schedule, Group group, Request request, string? said, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(SchedulePanel.Of(schedule, group, request, zones, limits, time.GetUtcNow(), said));
    }

    private string? WindowProblem(Schedule schedule)
    {
        var window = schedule.CloseAt.ToTimeSpan() - schedule.PostAt.ToTimeSpan();
        var length = window > TimeSpan.Zero ? window : window + TimeSpan.FromDays(1);
        return length < limits.LeastWindow
            ? string.Create(CultureInfo.InvariantCulture, $"Between post and close there are at least {limits.LeastWindow.TotalMinutes:0} minutes; {schedule.PostAt:HH:mm} to {schedule.CloseAt:HH:mm} are {length.TotalMinutes:0}.")
            : null;
    }

    private static Schedule WithZone(Schedule schedule, ChannelRef here, string zone) => schedule with
    {
        Channels = [.. schedule.Channels.Select(channel => channel.Channel == here || schedule.Channels.Count == 1 ? channel with { Zone = zone } : channel)],
    };

    private static string Shown(string typed) => typed.Length > 60 ? typed[..60] + "…" : typed;
}
