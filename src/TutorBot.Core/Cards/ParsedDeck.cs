namespace TutorBot.Core.Cards;

/// <summary>What could be read of a deck's file.</summary>
/// <param name="Deck">The deck with its good cards, or null where there is none.</param>
/// <param name="Problems">Everything that is wrong, in line order.</param>
public sealed record ParsedDeck(Deck? Deck, IReadOnlyList<DeckProblem> Problems);
