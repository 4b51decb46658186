namespace TutorBot.Storage.Rows;

/// <summary>A server or workspace that invited the tutor.</summary>
internal sealed class ServerRow
{
    public string Platform { get; set; } = "";

    public string Workspace { get; set; } = "";

    public DateTimeOffset JoinedAt { get; set; }

    public DateTimeOffset? GreetedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }
}
