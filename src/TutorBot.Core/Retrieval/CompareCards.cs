using TutorBot.Core.Cards;
using TutorBot.Core.Chat;

namespace TutorBot.Core.Retrieval;

/// <summary>Two cards, by id, against each other: what a button carries.</summary>
/// <param name="First">One card.</param>
/// <param name="Second">The other.</param>
public sealed record CompareCards(CardId First, CardId Second) : Command;
