namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>A daily round as one person's streak sees it.</summary>
/// <param name="ClosesAt">When it closed.</param>
/// <param name="IsAnswered">Whether the person answered, right or wrong.</param>
/// <param name="IsExcused">Whether it does not exist for whoever did not answer: away, or missed by us.</param>
public sealed record Occasion(DateTimeOffset ClosesAt, bool IsAnswered, bool IsExcused)
{
    /// <summary>The round.</summary>
    public RoundId Round { get; init; }

    /// <summary>Whether it was missed by us: clicks failed for too long.</summary>
    public bool IsOutage { get; init; }
}
