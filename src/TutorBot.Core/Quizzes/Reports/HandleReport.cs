using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Reports;

/// <summary>Mark a report as handled.</summary>
/// <param name="Id">The report.</param>
public sealed record HandleReport(string Id) : Command;
