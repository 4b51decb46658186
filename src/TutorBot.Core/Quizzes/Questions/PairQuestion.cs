namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Which is which: two terms that people mix up, and the definition of one of them.</summary>
internal sealed class PairQuestion : IQuizType
{
    private static readonly LeastContent Least = new(Whole: 3, Blanked: 3);

    /// <inheritdoc/>
    public string Name => "pair";

    /// <inheritdoc/>
    public bool IsForRounds => true;

    /// <inheritdoc/>
    public int LeastCards => 2;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context)
    {
        var mixed = context.Deck.MixedUpWith(context.Card);
        foreach (var other in context.Random.Shuffle(mixed))
        {
            if (Make(context, other) is { } made)
            {
                return made;
            }
        }

        return QuestionResult.None(mixed.Count == 0
            ? "it is mixed up with no other card; a line \"Confused with: 12\" below its heading would name one"
            : "its definition is true of the card that it is mixed up with, or names it only");
    }

    private static QuestionResult? Make(QuestionContext context, QuizCard other)
    {
        var key = context.Card;
        foreach (var passage in Passages(key, other))
        {
            if (TermChoice.IsWrong(context, passage, other)
                && Masking.Mask(passage, key.Names, [other.Names], Least) is { } text)
            {
                return context.Choose(
                    TermChoice.Prompt("Which of the two is this?", text, key.Names, [other.Names]), TermChoice.Option(key), [TermChoice.Option(other)]);
            }
        }

        return null;
    }

    /// <summary>The sentences that do not name the other, from the first that stands alone; else the first one.</summary>
    private static IEnumerable<Passage> Passages(QuizCard key, QuizCard other)
    {
        var silent = key.Definition.Where(sentence => !other.Names.IsIn(sentence)).SkipWhile(sentence => !Passage.StandsAlone(sentence)).ToList();
        return [.. FieldPassages.Start(silent), .. FieldPassages.Start(key.Definition)];
    }
}
