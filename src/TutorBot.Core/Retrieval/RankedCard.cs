using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>A card and how well it fits a question.</summary>
/// <param name="Card">The card.</param>
/// <param name="Score">The fused score; comparable within one question only.</param>
public sealed record RankedCard(Card Card, double Score);
