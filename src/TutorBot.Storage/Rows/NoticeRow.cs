namespace TutorBot.Storage.Rows;

/// <summary>Something to tell a person with their next reply.</summary>
internal sealed class NoticeRow
{
    public long Id { get; set; }

    public long PersonId { get; set; }

    public string Text { get; set; } = "";

    public long? About { get; set; }

    public DateTimeOffset At { get; set; }
}
