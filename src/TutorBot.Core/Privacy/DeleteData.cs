using TutorBot.Core.Chat;

namespace TutorBot.Core.Privacy;

/// <summary><c>/privacy delete</c>, in two steps.</summary>
/// <param name="IsConfirmed">Whether this is the second step.</param>
public sealed record DeleteData(bool IsConfirmed) : Command;
