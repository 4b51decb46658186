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

    /// <summary>Keeps since when a channel takes no posts, or that it takes them again.</summary>
    /// <param name="id">The schedule.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="goneAt">When it was found to take none; null: it takes them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Since when it has taken none; null where it takes them, or is none of the schedule's.</returns>
    Task<DateTimeOffset?> NoteChannelAsync(ScheduleId id, ChannelRef channel, DateTimeOffset? goneAt, CancellationToken cancellationToken);

    /// <summary>Posts to a channel no more; a schedule without any channel is removed.</summary>
    Task RemoveChannelAsync(ScheduleId id, ChannelRef channel, CancellationToken cancellationToken);

    /// <summary>Removes it; its rounds stay.</summary>
    Task RemoveAsync(ScheduleId id, CancellationToken cancellationToken);

    /// <summary>Marks a date as one on which nothing is posted.</summary>
    Task SkipAsync(ScheduleId id, DateOnly day, CancellationToken cancellationToken);

    /// <summary>The dates from a given one on that are skipped.</summary>
    Task<IReadOnlyList<DateOnly>> SkippedAsync(ScheduleId id, DateOnly from, CancellationToken cancellationToken);
}
