namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What became of a click.</summary>
/// <param name="Outcome">In one word.</param>
/// <param name="Round">The round as it is; null where there is none.</param>
/// <param name="Answer">The person's answer as it stands; null where there is none.</param>
public sealed record ClickResult(ClickOutcome Outcome, Round? Round, Answer? Answer);
