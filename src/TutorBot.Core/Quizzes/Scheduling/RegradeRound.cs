using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary><c>/schedule regrade ROUND LETTERS</c>.</summary>
/// <param name="Group">Whose round; null: the only group's.</param>
/// <param name="Number">The round's number, as its post shows it.</param>
/// <param name="Letters">The letters that are right: <c>B</c>, <c>BC</c>.</param>
public sealed record RegradeRound(GroupId? Group, int Number, string Letters) : Command;
