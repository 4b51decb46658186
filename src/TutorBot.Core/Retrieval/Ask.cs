using TutorBot.Core.Chat;

namespace TutorBot.Core.Retrieval;

/// <summary>A question in a person's own words.</summary>
/// <param name="Question">As typed; may be anything.</param>
public sealed record Ask(string Question) : Command;
