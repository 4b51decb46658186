namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Days on which a person is away: rounds of these dates do not exist for their streak.</summary>
/// <param name="From">The first date.</param>
/// <param name="Until">The last date.</param>
public sealed record Away(DateOnly From, DateOnly Until);
