namespace TutorBot.Storage.Rows;

/// <summary>What a person remembers of a card.</summary>
internal sealed class MemoryRow
{
    public long PersonId { get; set; }

    public string Card { get; set; } = "";

    public double Stability { get; set; }

    public double Difficulty { get; set; }

    public DateTimeOffset ReviewedAt { get; set; }

    public int Reviews { get; set; }

    public int Lapses { get; set; }
}
