using TutorBot.Core.Chat;

namespace TutorBot.Core.Cards;

/// <summary>The problems in the decks' files.</summary>
public sealed record LintDecks : Command;
