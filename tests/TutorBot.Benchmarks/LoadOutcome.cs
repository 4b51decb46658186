namespace TutorBot.Benchmarks;

/// <summary>What came of one interaction.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Person">The person's index.</param>
/// <param name="Event">Its number at Discord: the later, the greater.</param>
/// <param name="CallbackMs">Milliseconds from its dispatch to the arrival of its callback; null: there was none in time.</param>
/// <param name="IsMissed">Whether it came too late.</param>
/// <param name="IsDeferred">Whether the callback only promised a reply.</param>
/// <param name="HasReply">Whether a reply came, at once or later.</param>
/// <param name="Choice">The option that the person was told to have picked; null: none.</param>
internal sealed record LoadOutcome(LoadKind Kind, int Person, ulong Event, double? CallbackMs, bool IsMissed, bool IsDeferred, bool HasReply, int? Choice);
