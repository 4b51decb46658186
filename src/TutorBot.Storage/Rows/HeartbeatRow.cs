namespace TutorBot.Storage.Rows;

/// <summary>A minute in which a platform was connected and a write succeeded.</summary>
internal sealed class HeartbeatRow
{
    public string Platform { get; set; } = "";

    public long Minute { get; set; }
}
