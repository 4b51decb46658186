namespace TutorBot.Core.Explanations;

/// <summary>What a person was last shown: what <c>/why</c> explains.</summary>
public enum ShownKind
{
    /// <summary>Cards for a question.</summary>
    Answer,

    /// <summary>A round of theirs.</summary>
    Quiz,

    /// <summary>Their place on a board.</summary>
    Rank,

    /// <summary>Their streak.</summary>
    Streak,
}
