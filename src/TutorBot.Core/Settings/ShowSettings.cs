using TutorBot.Core.Chat;

namespace TutorBot.Core.Settings;

/// <summary><c>/settings</c>.</summary>
public sealed record ShowSettings : Command;
