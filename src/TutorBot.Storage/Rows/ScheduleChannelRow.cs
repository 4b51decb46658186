namespace TutorBot.Storage.Rows;

/// <summary>A channel that a schedule posts to.</summary>
internal sealed class ScheduleChannelRow
{
    public string ScheduleId { get; set; } = "";

    public string Platform { get; set; } = "";

    public string Workspace { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Zone { get; set; } = "";

    public int Position { get; set; }

    public DateTimeOffset? GoneSince { get; set; }
}
