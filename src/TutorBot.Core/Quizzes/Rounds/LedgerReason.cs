namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Why a <see cref="LedgerEntry"/> was written.</summary>
public enum LedgerReason
{
    /// <summary>A round closed with this answer.</summary>
    Answer,

    /// <summary>The key was corrected: the difference.</summary>
    Regrade,

    /// <summary>The round was taken back: everything it gave.</summary>
    Void,
}
