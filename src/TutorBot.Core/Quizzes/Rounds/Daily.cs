using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary><c>/daily [answer] [stake]</c>, <c>/daily hint</c>: one's open rounds, or an answer to the one that closes next.</summary>
/// <param name="Option">The index of an option, or null: only show.</param>
/// <param name="Stake">How sure, or null.</param>
/// <param name="IsHint">Whether a hint is asked for.</param>
public sealed record Daily(int? Option = null, Stake? Stake = null, bool IsHint = false) : Command;
