using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary><c>/report</c>: flags the round that one last saw.</summary>
public sealed record ReportLast : Command;
