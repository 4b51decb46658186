namespace TutorBot.Storage.Rows;

/// <summary>A group that a schedule serves.</summary>
internal sealed class ScheduleGroupRow
{
    public string GroupId { get; set; } = "";

    public string ScheduleId { get; set; } = "";
}
