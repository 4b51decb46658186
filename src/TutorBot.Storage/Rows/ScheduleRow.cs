using TutorBot.Core.Schedules;

namespace TutorBot.Storage.Rows;

/// <summary>A schedule.</summary>
internal sealed class ScheduleRow
{
    public string Id { get; set; } = "";

    public WeekDays Days { get; set; }

    public TimeOnly PostAt { get; set; }

    public TimeOnly CloseAt { get; set; }

    public bool IsPaused { get; set; }

    public DateTimeOffset ActiveFrom { get; set; }

    public long SetUpBy { get; set; }
}
