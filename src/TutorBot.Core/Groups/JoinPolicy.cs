namespace TutorBot.Core.Groups;

/// <summary>How people get into a group.</summary>
public enum JoinPolicy
{
    /// <summary>By asking, or by the first click on one of its quizzes.</summary>
    Open,

    /// <summary>A captain accepts; a click is kept until then.</summary>
    Approve,

    /// <summary>By a code that a captain gives.</summary>
    Code,
}
