using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

namespace TutorBot.Core.Quizzes.Scheduling;

/// <summary><c>/schedule void ROUND</c>, in two steps.</summary>
/// <param name="Group">Whose round; null: the only group's.</param>
/// <param name="Number">The round's number, as its post shows it.</param>
/// <param name="IsConfirmed">Whether this is the second step.</param>
public sealed record VoidRound(GroupId? Group, int Number, bool IsConfirmed) : Command;
