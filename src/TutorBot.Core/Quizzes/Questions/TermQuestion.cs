namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Definition → term: four terms, one of which the definition is of.</summary>
internal sealed class TermQuestion : IQuizType
{
    private static readonly LeastContent Least = new(Whole: 4, Blanked: 4);

    /// <inheritdoc/>
    public string Name => "term";

    /// <inheritdoc/>
    public bool IsForRounds => true;

    /// <inheritdoc/>
    public int LeastCards => Distractors.Count + 1;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context) => TermChoice.Make(
        context,
        "Which term fits this definition?",
        FieldPassages.Of(context, context.Card.Definition, leastTelling: 5),
        Least,
        mixedUp: true,
        "no part of its definition tells it from three other cards without naming it");
}
