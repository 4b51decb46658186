namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary>What schedules may be set to.</summary>
/// <param name="LeastWindow">The shortest time between post and close.</param>
public sealed record QuizLimits(TimeSpan LeastWindow)
{
    /// <summary>Below this, menus offer times that are only for trying out.</summary>
    public bool IsForTryingOut => LeastWindow < TimeSpan.FromMinutes(10);
}
