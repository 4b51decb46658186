namespace TutorBot.Core.Quizzes.Questions;

/// <summary>How it works, or an example → term: four terms, one of which is at work there.</summary>
internal sealed class ExampleQuestion : IQuizType
{
    private static readonly LeastContent Least = new(Whole: 4, Blanked: 4);

    /// <inheritdoc/>
    public string Name => "example";

    /// <inheritdoc/>
    public bool IsForRounds => true;

    /// <inheritdoc/>
    public int LeastCards => Distractors.Count + 1;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context) => context.Card.HowItWorks.Count == 0
        ? QuestionResult.None("it has no example")
        : TermChoice.Make(
            context,
            "Which term is at work here?",
            FieldPassages.Of(context, context.Card.HowItWorks, leastTelling: 6),
            Least,
            mixedUp: false,
            "no part of its example tells it from three other cards without naming it");
}
