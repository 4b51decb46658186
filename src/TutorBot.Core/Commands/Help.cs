using TutorBot.Core.Chat;

namespace TutorBot.Core.Commands;

/// <summary>What one can do here.</summary>
public sealed record Help : Command;
