using TutorBot.Core.Chat;

namespace TutorBot.Core.Privacy;

/// <summary><c>/privacy ignore [on, off]</c>.</summary>
/// <param name="IsIgnored">Whether nothing is to be kept.</param>
public sealed record SetIgnored(bool IsIgnored) : Command;
