using TutorBot.Core.Chat;

namespace TutorBot.Core.Privacy;

/// <summary><c>/privacy show</c>.</summary>
public sealed record ShowPrivacy : Command;
