namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>How a person stands to the groups of a round.</summary>
public enum EntryKind
{
    /// <summary>In one of them since before the round.</summary>
    Member,

    /// <summary>In by this click, or since this round was posted.</summary>
    Joined,

    /// <summary>A captain must accept first; the answer is kept and counts if that happens before the close.</summary>
    Waiting,

    /// <summary>Has to say which; until then the answer scores in none.</summary>
    Choose,

    /// <summary>Needs a code.</summary>
    NeedsCode,
}
