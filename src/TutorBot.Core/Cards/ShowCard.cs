using TutorBot.Core.Chat;

namespace TutorBot.Core.Cards;

/// <summary>Everything on one card, by its id: what a button carries.</summary>
/// <param name="Card">The card.</param>
public sealed record ShowCard(CardId Card) : Command;
