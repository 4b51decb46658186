using TutorBot.Core.Chat;

namespace TutorBot.Core.Welcome;

/// <summary>Answer a question of the first deck, for somebody who has never asked one.</summary>
public sealed record TryQuestion : Command;
