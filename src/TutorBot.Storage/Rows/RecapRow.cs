namespace TutorBot.Storage.Rows;

/// <summary>A week's recap that a channel has got.</summary>
internal sealed class RecapRow
{
    public string GroupId { get; set; } = "";

    public DateOnly Monday { get; set; }

    public string Platform { get; set; } = "";

    public string Workspace { get; set; } = "";

    public string Channel { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
