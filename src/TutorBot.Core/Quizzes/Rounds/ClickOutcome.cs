namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What became of a click.</summary>
public enum ClickOutcome
{
    /// <summary>The answer is stored.</summary>
    Stored,

    /// <summary>It changed nothing: the same choice, an older event, or one delivered again.</summary>
    Unchanged,

    /// <summary>It came after the close: nothing was counted.</summary>
    Late,

    /// <summary>There is no such round: a restore lost it.</summary>
    Unknown,

    /// <summary>The round was taken back.</summary>
    Void,
}
