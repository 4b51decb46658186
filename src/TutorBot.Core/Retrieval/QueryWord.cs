namespace TutorBot.Core.Retrieval;

/// <summary>A word of a question after correction.</summary>
/// <param name="Text">As words are compared.</param>
/// <param name="Start">Where it starts in the corrected question, in UTF-16 units.</param>
/// <param name="Length">UTF-16 units there.</param>
/// <param name="Term">Its number in the cards' <see cref="LexicalIndex"/>, or -1 where no card holds it.</param>
/// <param name="IsContent">Whether it says what is asked about.</param>
/// <param name="Rarity">Its inverse document frequency as a share of the greatest there is, 0 to 1.</param>
internal readonly record struct QueryWord(string Text, int Start, int Length, int Term, bool IsContent, float Rarity);
