using TutorBot.Core.Memory;

namespace TutorBot.Storage.Rows;

/// <summary>An entry of the review log.</summary>
internal sealed class ReviewRow
{
    public string Id { get; set; } = "";

    public long PersonId { get; set; }

    public string Card { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public Rating? Rating { get; set; }

    public ReviewSource Source { get; set; }

    public string? Supersedes { get; set; }
}
