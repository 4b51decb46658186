namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Definition → the term, typed; typos are forgiven (<see cref="TypedAnswer"/>).</summary>
internal sealed class TypedQuestion : IQuizType
{
    private static readonly LeastContent Least = new(Whole: 3, Blanked: 3);

    /// <inheritdoc/>
    public string Name => "typed";

    /// <inheritdoc/>
    public bool IsForRounds => false;

    /// <inheritdoc/>
    public int LeastCards => 1;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context)
    {
        var key = context.Card;
        foreach (var passage in FieldPassages.Start(key.Definition))
        {
            if (Masking.Mask(passage, key.Names, [], Least) is { } text)
            {
                var others = context.Deck.Cards.Where(card => card.Row != key.Row).SelectMany(card => card.Card.Names);
                return context.Ask(
                    TermChoice.Prompt("Which term is this? Type it.", text, key.Names, []), [], null, TypedAnswer.Near(key.Card.Names, others));
            }
        }

        return QuestionResult.None("too little is left of its definition when what names it is blanked");
    }
}
