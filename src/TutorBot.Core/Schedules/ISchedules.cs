using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Schedules;

/// <summary>The schedules. Each method is one transaction.</summary>
public interface ISchedules
{
    /// <summary>All that are kept, paused ones too.</summary>
    Task<IReadOnlyList<Schedule>> AllAsync(CancellationToken cancellationToken);

    /// <summary>The schedule, or null.</summary>
    Task<Schedule?> FindAsync(ScheduleId id, CancellationToken cancellationToken);

    /// <summary>A group's schedule, or null: a group has at most one.</summary>
    Task<Schedule?> OfGroupAsync(GroupId group, CancellationToken cancellationToken);

    /// <summary>The schedules that post to a channel.</summary>
    Task<IReadOnlyList<Schedule>> OfChannelAsync(ChannelRef channel, CancellationToken cancellationToken);

    /// <summary>Adds a schedule or replaces it; false where one of its groups has another.</summary>
    Task<bool> TrySaveAsync(Schedule schedule, CancellationToken cancellationToken);

    /// <summary>Removes it; its rounds stay.</summary>
    Task RemoveAsync(ScheduleId id, CancellationToken cancellationToken);

    /// <summary>Marks a date as one on which nothing is posted.</summary>
    Task SkipAsync(ScheduleId id, DateOnly day, CancellationToken cancellationToken);

    /// <summary>The dates from a given one on that are skipped.</summary>
    Task<IReadOnlyList<DateOnly>> SkippedAsync(ScheduleId id, DateOnly from, CancellationToken cancellationToken);
}
