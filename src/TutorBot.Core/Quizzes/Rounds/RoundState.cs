namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Where a round is in its life.</summary>
public enum RoundState
{
    /// <summary>It takes answers.</summary>
    Open,

    /// <summary>Its result stands.</summary>
    Closed,

    /// <summary>Taken back: it counts for nothing and nobody.</summary>
    Void,
}
