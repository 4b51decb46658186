namespace TutorBot.Storage.Rows;

/// <summary>A person whom a reveal names.</summary>
internal sealed class NamedRow
{
    public string RoundId { get; set; } = "";

    public long PersonId { get; set; }

    public DateTimeOffset At { get; set; }
}
