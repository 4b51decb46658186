namespace TutorBot.Core.Quizzes.Questions;

/// <summary>True or false: is this the definition of the term? For decks too small for four options.</summary>
internal sealed class TrueFalseQuestion : IQuizType
{
    private static readonly LeastContent Least = new(Whole: 3, Blanked: 3);

    /// <inheritdoc/>
    public string Name => "truefalse";

    /// <inheritdoc/>
    public bool IsForRounds => true;

    /// <inheritdoc/>
    public int LeastCards => 2;

    /// <inheritdoc/>
    public int MostCards => Distractors.Count + 1;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context)
    {
        const int True = 0;
        var key = context.KeyPosition(2);
        var cards = key == True ? [context.Card] : Distractors.Order(context, other => IsWrong(context, other));
        foreach (var card in cards)
        {
            foreach (var passage in FieldPassages.Start(card.Definition))
            {
                // Both cards' names are blanked, whichever the sentence is of.
                if (Masking.Mask(passage, Both(context, card), [], Least) is { } text)
                {
                    return context.Ask(
                        $"True or false: this describes {context.Card.Term}. “{text}”",
                        [new QuestionOption("True", context.Card.Card.Id, context.Card.Term), new QuestionOption("False", key == True ? null : card.Card.Id, key == True ? "" : card.Term)],
                        key);
                }
            }
        }

        return QuestionResult.None("no definition is left to ask about when what names the card is blanked");
    }

    private static bool IsWrong(QuestionContext context, QuizCard other) =>
        !Alikeness.IsSameTerm(context.Card, other) && !context.Deck.KindsOf(context.Card).Contains(other.Row);

    private static TermNames Both(QuestionContext context, QuizCard card) =>
        card == context.Card ? card.Names : new TermNames([.. context.Card.Card.Names, .. card.Card.Names]);
}
