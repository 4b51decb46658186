using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>A word of a sentence.</summary>
/// <param name="Text">As words are compared: lower case, without accents and possessive.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Start">Where it starts in the sentence, in UTF-16 units.</param>
/// <param name="End">Where it ends there, a possessive 's left out.</param>
internal sealed record QuizWord(string Text, string Stem, int Start, int End)
{
    /// <summary>Whether it can say what is meant: no function word, no single letter, no bare number.</summary>
    public bool IsContent { get; } = Text.Length > 1 && Text.Any(char.IsLetter) && !StopWords.IsFunctionWord(Text);

    /// <summary>
    /// Whether it tells a name where it is part of one: also a letter or number ("B cell", "type 2 diabetes"), and "vs",
    /// which few names have.
    /// </summary>
    public bool IsTelltale { get; } = Text is "vs" or "versus" || !StopWords.IsFunctionWord(Text);

    /// <summary>Whether two words are forms of one: equal stems, or a plural s that the stemmer leaves on ("GRUs").</summary>
    public bool IsFormOf(QuizWord other) => Stem == other.Stem || Text == other.Text + "s" || Text + "s" == other.Text;
}
