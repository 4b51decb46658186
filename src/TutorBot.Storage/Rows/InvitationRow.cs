namespace TutorBot.Storage.Rows;

/// <summary>A code that adds a channel to a schedule, once.</summary>
internal sealed class InvitationRow
{
    public string Code { get; set; } = "";

    public string ScheduleId { get; set; } = "";

    public DateTimeOffset MadeAt { get; set; }
}
