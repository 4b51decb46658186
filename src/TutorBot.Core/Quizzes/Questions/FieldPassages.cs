namespace TutorBot.Core.Quizzes.Questions;

/// <summary>The passages of one field, in the order in which a question should try them.</summary>
internal static class FieldPassages
{
    /// <summary>Fewer words that tell cards apart leave open which is meant.</summary>
    private const int LeastTelling = 4;

    /// <summary>A longer passage is no longer read, in UTF-16 units.</summary>
    private const int Longest = 360;

    /// <summary>First those free of the term, in drawn order; then the start of the field, to be blanked.</summary>
    public static IEnumerable<Passage> Of(QuestionContext context, IReadOnlyList<QuizText> field)
    {
        var free = Passage.Free(field, context.Card.Names)
            .Where(passage => passage.TellingWords(context.Deck) >= LeastTelling && Length(passage) <= Longest);
        return [.. context.Random.Shuffle(free), .. Start(field)];
    }

    /// <summary>The field from its start, as far as a question is read; nothing for an empty one.</summary>
    public static IEnumerable<Passage> Start(IReadOnlyList<QuizText> field)
    {
        var length = 0;
        var start = field.TakeWhile(sentence => (length += sentence.Text.Length + 1) <= Longest).ToList();
        return start.Count > 0 ? [new Passage(start)] : field.Take(1).Select(sentence => new Passage([sentence]));
    }

    private static int Length(Passage passage) => passage.Sentences.Sum(sentence => sentence.Text.Length + 1);
}
