using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Reminders;

/// <summary>Be reminded of rounds that are about to close, or no longer.</summary>
/// <param name="IsReminded">Whether.</param>
public sealed record SetReminded(bool IsReminded) : Command;
