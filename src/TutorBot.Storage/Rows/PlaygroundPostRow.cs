namespace TutorBot.Storage.Rows;

/// <summary>A message that the tutor posted in a channel of the playground.</summary>
internal sealed class PlaygroundPostRow
{
    public long Id { get; set; }

    public string Channel { get; set; } = "";

    public string? VisibleTo { get; set; }

    public string Nonce { get; set; } = "";

    public string Html { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
