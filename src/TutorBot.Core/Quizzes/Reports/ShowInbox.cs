using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary><c>/deck inbox</c>.</summary>
public sealed record ShowInbox : Command;
