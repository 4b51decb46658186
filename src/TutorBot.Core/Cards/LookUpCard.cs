using TutorBot.Core.Chat;

namespace TutorBot.Core.Cards;

/// <summary>Everything on the card that somebody means.</summary>
/// <param name="Term">Its name, number or id, as typed.</param>
public sealed record LookUpCard(string Term) : Command;
