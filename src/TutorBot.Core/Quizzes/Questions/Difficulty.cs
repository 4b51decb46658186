namespace TutorBot.Core.Quizzes.Questions;

/// <summary>How near the wrong options are to the right one in meaning.</summary>
public enum Difficulty
{
    /// <summary>Far ones.</summary>
    Easy,

    /// <summary>Neither the nearest nor far ones.</summary>
    Normal,

    /// <summary>The nearest ones.</summary>
    Hard,
}
