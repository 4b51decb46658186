namespace TutorBot.Storage.Rows;

/// <summary>A date on which a schedule posts nothing.</summary>
internal sealed class SkippedDateRow
{
    public string ScheduleId { get; set; } = "";

    public DateOnly Day { get; set; }
}
