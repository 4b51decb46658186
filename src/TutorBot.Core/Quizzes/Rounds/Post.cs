using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>A round's message in one channel: at most one per round and channel.</summary>
/// <param name="Round">The round.</param>
/// <param name="Channel">Where.</param>
/// <param name="Zone">The IANA zone in which the message writes its times.</param>
/// <param name="DueAt">When it is to be posted.</param>
/// <param name="MessageId">The platform's id of the message, or null: not posted yet.</param>
/// <param name="State">What it shows.</param>
/// <param name="ShownCount">The number of answers that it shows.</param>
/// <param name="ShownAt">When it was last posted or edited; null before.</param>
/// <param name="Revision">
/// Counts the close, regrades and void of its round. Read the post before the round: what is saved with an older revision
/// than the database has shows a state that has passed, and stays behind.
/// </param>
public sealed record Post(
    RoundId Round,
    ChannelRef Channel,
    string Zone,
    DateTimeOffset DueAt,
    string? MessageId,
    PostState State,
    int ShownCount,
    DateTimeOffset? ShownAt,
    int Revision = 0)
{
    /// <summary>Whether people have seen the result in it.</summary>
    public bool IsRevealed { get; init; }
}
