namespace TutorBot.Storage.Rows;

/// <summary>A flag on a round's question.</summary>
internal sealed class ReportRow
{
    public string Id { get; set; } = "";

    public string RoundId { get; set; } = "";

    public long PersonId { get; set; }

    public DateTimeOffset At { get; set; }

    public bool IsHandled { get; set; }

    public DateTimeOffset? ToldAt { get; set; }
}
