namespace TutorBot.Core.Chat;

/// <summary>A person on one platform. Two platforms never share a person: nobody is matched by name or mail.</summary>
/// <param name="Platform">The platform's name in lower case: <c>discord</c>, <c>slack</c>, <c>playground</c>.</param>
/// <param name="Realm">
/// Where <paramref name="Id"/> is unique: empty on Discord, whose ids are global; the enterprise or team on Slack;
/// <c>playground</c> on the playground.
/// </param>
/// <param name="Id">The platform's id of the person, never a display name.</param>
public sealed record UserRef(string Platform, string Realm, string Id);
