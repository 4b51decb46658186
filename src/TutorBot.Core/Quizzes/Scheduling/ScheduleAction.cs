namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>What is done with a schedule.</summary>
public enum ScheduleAction
{
    /// <summary>Shows it.</summary>
    Show,

    /// <summary>Shows what a post looks like, and the next three times.</summary>
    Preview,

    /// <summary>Posts nothing new until it is resumed.</summary>
    Pause,

    /// <summary>Goes on.</summary>
    Resume,

    /// <summary>Leaves out the next date.</summary>
    Skip,

    /// <summary>Posts today's round early; once it is out, a practice round.</summary>
    Now,

    /// <summary>Removes it.</summary>
    Remove,
}
