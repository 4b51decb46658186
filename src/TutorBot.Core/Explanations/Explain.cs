using TutorBot.Core.Chat;

namespace TutorBot.Core.Explanations;

/// <summary><c>/why [answer, quiz, rank, streak]</c>.</summary>
/// <param name="Kind">What to explain; null: what the person was last shown here.</param>
public sealed record Explain(ShownKind? Kind) : Command;
