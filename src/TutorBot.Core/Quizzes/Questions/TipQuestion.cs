namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Quick tip → term: four terms, one of which the tip helps to remember.</summary>
internal sealed class TipQuestion : IQuizType
{
    /// <summary>A tip is short: with a blank in it, it could mean anything.</summary>
    private static readonly LeastContent Least = new(Whole: 2, Blanked: 4);

    /// <inheritdoc/>
    public string Name => "tip";

    /// <inheritdoc/>
    public bool IsForRounds => true;

    /// <inheritdoc/>
    public int LeastCards => Distractors.Count + 1;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context) => context.Card.QuickTip.Count == 0
        ? QuestionResult.None("it has no quick tip")
        : TermChoice.Make(
            context,
            "Which term goes with this tip?",
            FieldPassages.Start(context.Card.QuickTip),
            Least,
            mixedUp: false,
            "too little is left of its quick tip when what names it is blanked");
}
