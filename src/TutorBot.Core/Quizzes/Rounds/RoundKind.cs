namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What a round counts for.</summary>
public enum RoundKind
{
    /// <summary>The day's scheduled question: full points, an occasion of the streak.</summary>
    Daily,

    /// <summary>An extra question on a card of 6 to 9 days ago: half points, no occasion.</summary>
    Throwback,

    /// <summary>Posted on request after the day's own: no points on any board, no occasion.</summary>
    Practice,
}
