namespace TutorBot.Storage.Rows;

/// <summary>A group that a round serves.</summary>
internal sealed class RoundGroupRow
{
    public string RoundId { get; set; } = "";

    public string GroupId { get; set; } = "";

    public DateTimeOffset ClosesAt { get; set; }
}
