namespace TutorBot.Storage.Rows;

/// <summary>What one worker does for all.</summary>
internal sealed class LeaseRow
{
    public string Name { get; set; } = "";

    public string Holder { get; set; } = "";

    public DateTimeOffset Until { get; set; }
}
