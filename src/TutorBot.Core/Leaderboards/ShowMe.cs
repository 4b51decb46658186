using TutorBot.Core.Chat;

namespace TutorBot.Core.Leaderboards;

/// <summary><c>/me</c>.</summary>
public sealed record ShowMe : Command;
