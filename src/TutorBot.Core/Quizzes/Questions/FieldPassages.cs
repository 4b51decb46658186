namespace TutorBot.Core.Quizzes.Questions;

/// <summary>The passages of one field, in the order in which a question should try them.</summary>
internal static class FieldPassages
{
    /// <summary>A longer passage is no longer read, in UTF-16 units.</summary>
    private const int Longest = 360;

    /// <summary>
    /// First those free of the term, in drawn order; then the start of the field, to be blanked. What starts with another
    /// card's name is rather about that one, and of the free ones those that tell much less than the best are left out.
    /// </summary>
    /// <param name="context">The card and the draw.</param>
    /// <param name="field">The sentences of the field.</param>
    /// <param name="leastTelling">Fewer words that tell cards apart leave open which is meant.</param>
    public static IEnumerable<Passage> Of(QuestionContext context, IReadOnlyList<QuizText> field, int leastTelling)
    {
        var free = Passage.Free(field, context.Card.Names)
            .Where(passage => Length(passage) <= Longest && !context.Deck.NamedIn(passage.Sentences[0]).Any())
            .Select(passage => (Passage: passage, Telling: passage.TellingWords(context.Deck, context.Card.Names)))
            .Where(scored => scored.Telling >= leastTelling)
            .ToList();
        var best = free.Select(scored => scored.Telling).DefaultIfEmpty().Max();
        return [.. context.Random.Shuffle(free.Where(scored => 5 * scored.Telling >= 3 * best).Select(scored => scored.Passage)), .. Start(field)];
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
