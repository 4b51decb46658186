namespace TutorBot.Storage.Rows;

/// <summary>Dates on which a person is away.</summary>
internal sealed class AwayRow
{
    public long PersonId { get; set; }

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }
}
