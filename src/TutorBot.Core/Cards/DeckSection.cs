namespace TutorBot.Core.Cards;

/// <summary>A section of a deck.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="CardCount">How many cards stand in it.</param>
public sealed record DeckSection(string Title, int CardCount);
