namespace TutorBot.Core.Cards;

/// <summary>A part of a card under a heading that the format does not know.</summary>
/// <param name="Name">The author's heading.</param>
/// <param name="Text">The text below it, in CommonMark.</param>
public sealed record CardExtra(string Name, string Text);
