using TutorBot.Core.Chat;

namespace TutorBot.Core.Cards;

/// <summary>The decks with their sizes and sections.</summary>
public sealed record ListDecks : Command;
