namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Sentences of a card that are shown together, to ask which term they are about.</summary>
/// <param name="sentences">In the order of the card; at least one.</param>
internal sealed class Passage(IReadOnlyList<QuizText> sentences)
{
    /// <summary>Words that tie a sentence to the one before it.</summary>
    private static readonly HashSet<string> Ties = new(StringComparer.Ordinal) { "this", "these", "those" };

    /// <summary>Words that do so at its head.</summary>
    private static readonly HashSet<string> TiesAtHead = new(StringComparer.Ordinal)
        { "then", "they", "them", "their", "its", "that", "such", "but", "and", "so", "however", "also", "there", "both", "otherwise", "thus", "therefore", "hence" };

    /// <summary>Words that are true of nearly everything.</summary>
    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
        { "well", "better", "best", "good", "especially", "often", "usually", "commonly", "mainly", "widely", "generally", "typically", "common", "popular", "important", "key" };

    /// <summary>"They" after so many words may well mean something in the sentence itself.</summary>
    private const int EarlyWords = 4;

    public IReadOnlyList<QuizText> Sentences { get; } = sentences;

    /// <summary>The content words.</summary>
    public IEnumerable<QuizWord> Content => Sentences.SelectMany(sentence => sentence.Words).Where(word => word.IsContent);

    /// <summary>Whether no word gives the card away, so that nothing need be blanked.</summary>
    public bool IsFreeOf(TermNames names) => Sentences.All(sentence => IsFree(sentence, names));

    /// <summary>How many different content words tell the cards of a deck apart, without those of the card's own names.</summary>
    public int TellingWords(QuizDeck deck, TermNames names) =>
        Content.Where(word => !names.GivesAway(word) && !Vague.Contains(word.Text))
            .Select(word => word.Stem).Distinct(StringComparer.Ordinal).Count(deck.IsTelling);

    /// <summary>Whether most of what it says stands in another card too, so that it would be right of that one as well.</summary>
    public bool IsAlsoIn(QuizCard other, TermNames names)
    {
        var said = Content.Where(word => !names.GivesAway(word)).Select(word => word.Stem).Distinct(StringComparer.Ordinal).ToList();
        return said.Count > 0 && 5 * said.Count(other.Stems.Contains) >= 3 * said.Count;
    }

    /// <summary>Whether a sentence can be read without the one before it; "it" is the term that is asked for.</summary>
    public static bool StandsAlone(QuizText sentence) =>
        !sentence.Words.Any(word => Ties.Contains(word.Text))
        && !TiesAtHead.Contains(sentence.Words[0].Text)
        && !sentence.Words.Take(EarlyWords).Any(word => word.Text is "them" or "they")
        && !(sentence.Words is [{ Text: "it" }, { Text: "also" }, ..] or [{ Text: "for" }, { Text: "example" or "instance" }, ..]);

    /// <summary>
    /// What of a field can be shown without a blank: each run of sentences that are free of the names and start where
    /// one stands alone, and each such sentence by itself.
    /// </summary>
    public static IEnumerable<Passage> Free(IReadOnlyList<QuizText> field, TermNames names)
    {
        for (var start = 0; start < field.Count; start++)
        {
            if (!IsFree(field[start], names) || !StandsAlone(field[start]))
            {
                continue;
            }

            var end = start + 1;
            yield return new Passage([field[start]]);
            while (end < field.Count && IsFree(field[end], names))
            {
                end++;
            }

            if (end > start + 1)
            {
                yield return new Passage([.. field.Skip(start).Take(end - start)]);
            }
        }
    }

    private static bool IsFree(QuizText sentence, TermNames names) => !names.IsIn(sentence) && !sentence.Words.Any(names.GivesAway);
}
