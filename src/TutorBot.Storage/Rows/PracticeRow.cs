namespace TutorBot.Storage.Rows;

/// <summary>A practice question.</summary>
internal sealed class PracticeRow
{
    public string Id { get; set; } = "";

    public long PersonId { get; set; }

    public string Card { get; set; } = "";

    public string Form { get; set; } = "";

    public string Question { get; set; } = "";

    public string Session { get; set; } = "";

    public DateTimeOffset AskedAt { get; set; }

    public bool? IsRight { get; set; }
}
