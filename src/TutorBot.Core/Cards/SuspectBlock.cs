namespace TutorBot.Core.Cards;

/// <summary>A block of code, a formula or a comment that may have swallowed cards.</summary>
/// <param name="Start">Where its first line starts in the text.</param>
/// <param name="Fence">What it starts with, as in <c>```</c>.</param>
/// <param name="HasEnd">Whether it ends; if not, the next card's heading ends it.</param>
/// <param name="Heading">Where the first heading of a card stands in it, or -1.</param>
internal readonly record struct SuspectBlock(int Start, string Fence, bool HasEnd, int Heading);
