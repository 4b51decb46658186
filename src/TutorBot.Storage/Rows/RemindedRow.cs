namespace TutorBot.Storage.Rows;

/// <summary>A person who was reminded of a round.</summary>
internal sealed class RemindedRow
{
    public string RoundId { get; set; } = "";

    public long PersonId { get; set; }
}
