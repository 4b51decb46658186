using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Privacy;

/// <summary><c>/privacy visibility</c>.</summary>
/// <param name="Visibility">Who sees the name; null: show the choices.</param>
public sealed record SetVisibility(Visibility? Visibility) : Command;
