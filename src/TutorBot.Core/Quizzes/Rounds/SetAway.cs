using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary><c>/away FROM [TO]</c>, <c>/away off</c>.</summary>
/// <param name="From">As typed; <c>off</c> ends it; empty: show.</param>
/// <param name="Until">As typed, or empty: one day.</param>
public sealed record SetAway(string From, string Until) : Command;
