namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What a post shows.</summary>
public enum PostState
{
    /// <summary>Nothing yet: it is to be posted.</summary>
    Waiting,

    /// <summary>The open question.</summary>
    Shown,

    /// <summary>What it shows is behind: it is to be edited to the round's present state.</summary>
    Behind,

    /// <summary>The result: nothing more to do.</summary>
    Final,

    /// <summary>It was not posted in time, or its message is gone.</summary>
    Dropped,
}
