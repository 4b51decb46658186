namespace TutorBot.Core.Cards;

/// <summary>A line of a deck's file that starts or ends something.</summary>
/// <param name="Kind">What it starts.</param>
/// <param name="Start">Where its line starts in the text.</param>
/// <param name="End">Where what it starts begins: after its line.</param>
/// <param name="Name">The rest of the line: a title, a heading, aliases, an id.</param>
internal readonly record struct DeckMarker(DeckMarkerKind Kind, int Start, int End, string Name);
