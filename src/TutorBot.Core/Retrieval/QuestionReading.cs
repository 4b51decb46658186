namespace TutorBot.Core.Retrieval;

/// <summary>A question as understood before any card is looked at.</summary>
/// <param name="Text">The question: cleaned, bounded, its spelling as typed.</param>
/// <param name="Words">All its words in order.</param>
/// <param name="Intent">What it wants.</param>
/// <param name="Number">The card number it asks for, or null where it asks for none.</param>
/// <param name="Sides">The two sides of a comparison, or null where it is none.</param>
/// <param name="FieldSpans">Parts of the text that only name a field ("a quick tip for"): no part of what is asked about.</param>
public sealed record QuestionReading(
    string Text,
    IReadOnlyList<QuestionWord> Words,
    Intent Intent,
    int? Number,
    ComparisonSides? Sides,
    IReadOnlyList<Range> FieldSpans)
{
    /// <summary>
    /// Whether a word carries meaning for ranking: neither a function word, nor courtesy, nor part of naming a field.
    /// </summary>
    public bool IsContent(QuestionWord word) =>
        !StopWords.IsFunctionWord(word.Text) && !StopWords.IsCourtesy(word.Text) && !IsInFieldSpan(word);

    /// <summary>Whether a word only helps to name a field.</summary>
    public bool IsInFieldSpan(QuestionWord word)
    {
        foreach (var span in FieldSpans)
        {
            if (word.Start >= span.Start.Value && word.Start < span.End.Value)
            {
                return true;
            }
        }

        return false;
    }
}
