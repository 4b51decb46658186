namespace TutorBot.Core.Quizzes.Questions;

/// <summary>A sentence of the card with its term blanked: four terms, one of which fills the blank.</summary>
internal sealed class ClozeQuestion : IQuizType
{
    private static readonly LeastContent Least = new(Whole: 3, Blanked: 3);

    /// <summary>A later sentence of the definition with fewer words that tell cards apart comes after the first.</summary>
    private const int LeastTelling = 5;

    /// <inheritdoc/>
    public string Name => "cloze";

    /// <inheritdoc/>
    public bool IsForRounds => true;

    /// <inheritdoc/>
    public int LeastCards => Distractors.Count + 1;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context)
    {
        // What defines it first: an example may be true of other terms too. The fewer other blanks the better.
        var names = context.Card.Names;
        var sentences = context.Random.Shuffle(context.Card.Sentences.Where(sentence => Passage.StandsAlone(sentence) && names.IsIn(sentence)))
            .OrderBy(sentence => sentence != context.Card.DefiningSentence && !(context.Card.Definition.Contains(sentence) && Tells(context, sentence)))
            .ThenBy(sentence => !context.Card.Definition.Contains(sentence))
            .ThenBy(sentence => HasOtherBlanks(sentence, names))
            .Select(sentence => new Passage([sentence]));
        return TermChoice.Make(
            context,
            "Which term is missing?",
            sentences,
            Least,
            mixedUp: false,
            "no sentence of it that stands by itself names it and says enough about it");
    }

    private static bool HasOtherBlanks(QuizText sentence, TermNames names)
    {
        var marks = new BlankMarks(sentence);
        names.Mark(sentence, marks);
        return sentence.Words.Where((word, i) => !marks[i] && names.GivesAway(word)).Any();
    }

    private static bool Tells(QuestionContext context, QuizText sentence) => new Passage([sentence]).TellingWords(context.Deck, context.Card.Names) >= LeastTelling;
}
