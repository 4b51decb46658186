namespace TutorBot.Core.Quizzes.Questions;

/// <summary>A sentence of the card with its term blanked: four terms, one of which fills the blank.</summary>
internal sealed class ClozeQuestion : IQuizType
{
    private const int LeastContent = 3;

    /// <inheritdoc/>
    public string Name => "cloze";

    /// <inheritdoc/>
    public bool IsDecidedByKey => true;

    /// <inheritdoc/>
    public int LeastCards => Distractors.Count + 1;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context)
    {
        var sentences = context.Card.Sentences
            .Where(sentence => Passage.StandsAlone(sentence) && context.Card.Names.IsIn(sentence))
            .Select(sentence => new Passage([sentence]));
        return TermChoice.Make(
            context,
            "Which term fills the blank?",
            context.Random.Shuffle(sentences),
            LeastContent,
            mixedUp: false,
            "no sentence of it that stands by itself names it and says enough about it");
    }
}
