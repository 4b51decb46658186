namespace TutorBot.Core.Retrieval;

/// <summary>A word of the cards.</summary>
/// <param name="Term">The number of its stem in the <see cref="LexicalIndex"/>.</param>
/// <param name="Count">How often the cards hold it.</param>
/// <param name="IsInName">Whether a card's name holds it.</param>
public readonly record struct VocabularyWord(int Term, int Count, bool IsInName);
