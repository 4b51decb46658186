namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>How sure a person is of an answer.</summary>
public enum Stake
{
    /// <summary>16 right, 10 wrong: best when you believe it less than half.</summary>
    Guess,

    /// <summary>20 right, 6 wrong: what a first click means.</summary>
    ThinkSo,

    /// <summary>22 right, 0 wrong: best when you believe it more than three quarters.</summary>
    Sure,
}
