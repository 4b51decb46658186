namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Term → definition: which of four sentences defines it. The names of all four are blanked in all of them.</summary>
internal sealed class DefinitionQuestion : IQuizType
{
    /// <inheritdoc/>
    public string Name => "definition";

    /// <inheritdoc/>
    public bool IsForRounds => true;

    /// <inheritdoc/>
    public int LeastCards => Distractors.Count + 1;

    /// <inheritdoc/>
    public int MostCards => int.MaxValue;

    /// <inheritdoc/>
    public QuestionResult Make(QuestionContext context)
    {
        var key = context.Card;
        if (key.DefiningSentence is not { } right)
        {
            return QuestionResult.None("its definition has no sentence to show");
        }

        var candidates = Distractors.Order(context, other =>
            other.DefiningSentence is { } wrong && GoTogether(key, other) && IsWrong(context, other, wrong));
        var leaks = right.Words.Where(key.Names.GivesAway).ToList();
        var made = Distractors.Choose(
            Distractors.WithFirst(candidates, card => card.DefiningSentence is { } wrong && wrong.Words.Any(word => leaks.Exists(word.IsFormOf))),
            Distractors.Count,
            (one, other) => GoTogether(one, other) && !Alikeness.IsSameTerm(one, other),
            chosen => DefinitionOptions.Of([key, .. chosen]) is { } options
                ? context.Choose($"Which sentence best describes {key.Term}?", options[0], options[1..])
                : null);
        return made ?? QuestionResult.None("no three other definitions are of similar length, different and wrong of it");
    }

    /// <summary>Another card's sentence is wrong of the key unless the key is a kind of that card, or says the same, or it names the key.</summary>
    private static bool IsWrong(QuestionContext context, QuizCard other, QuizText sentence) =>
        !Alikeness.IsSameTerm(context.Card, other)
        && !context.Deck.KindsOf(context.Card).Contains(other.Row)
        && !context.Card.Names.IsIn(sentence)
        && !new Passage([sentence]).IsAlsoIn(context.Card, other.Names);

    /// <summary>A first look before all names are blanked, a little wider than the rule.</summary>
    private static bool GoTogether(QuizCard one, QuizCard other) =>
        DefinitionOptions.IsAlikeInLength([one.BlankedDefinition, other.BlankedDefinition], slack: 0.2)
        && one.DefiningSentence is { } left && other.DefiningSentence is { } right && !Alikeness.IsSameSentence(left, right);
}
