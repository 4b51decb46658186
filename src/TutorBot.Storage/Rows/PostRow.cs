using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Storage.Rows;

/// <summary>The message of a round in a channel.</summary>
internal sealed class PostRow
{
    public string RoundId { get; set; } = "";

    public string Platform { get; set; } = "";

    public string Workspace { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Zone { get; set; } = "";

    public DateTimeOffset DueAt { get; set; }

    public string? MessageId { get; set; }

    public PostState State { get; set; }

    public int ShownCount { get; set; }

    public DateTimeOffset? ShownAt { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }

    public int Revision { get; set; }

    public bool IsRevealed { get; set; }
}
