using System.Text.Json;

namespace TutorBot.TestSupport.Discord;

/// <summary>The bot's one callback to an interaction.</summary>
/// <param name="Type">4 message, 5 deferred message, 6 deferred update, 7 update, 8 choices, 9 modal.</param>
/// <param name="Data">Undefined if the callback had none.</param>
/// <param name="After">The time since the interaction was sent.</param>
public sealed record FakeCallback(int Type, JsonElement Data, TimeSpan After);
