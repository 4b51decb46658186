using TutorBot.Core.Cards;
using TutorBot.Core.Chat;

namespace TutorBot.Core.Retrieval;

/// <summary>The cards nearest to a card.</summary>
/// <param name="Card">The card.</param>
public sealed record ShowRelated(CardId Card) : Command;
