using TutorBot.Core.Chat;

namespace TutorBot.Core.Privacy;

/// <summary><c>/privacy export</c>.</summary>
public sealed record ExportData : Command;
