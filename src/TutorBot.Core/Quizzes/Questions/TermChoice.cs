namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Makes the questions that show a passage and ask for its term among four.</summary>
internal static class TermChoice
{
    /// <summary>Said instead where a word of the question itself would give the term away.</summary>
    private const string BareWording = "Which of these is it?";

    /// <summary>The same where there is nothing to choose from.</summary>
    private const string BareWordingAlone = "What is it?";

    /// <summary>The first of the passages for which three other terms can be found, or the reason.</summary>
    /// <param name="context">The card and the draw.</param>
    /// <param name="wording">What is asked; the passage follows.</param>
    /// <param name="passages">In the order of preference.</param>
    /// <param name="least">How many content words must be left of a passage.</param>
    /// <param name="mixedUp">Whether terms that people mix up with this one may be options.</param>
    /// <param name="none">Why there is no question where no passage serves.</param>
    public static QuestionResult Make(
        QuestionContext context, string wording, IEnumerable<Passage> passages, LeastContent least, bool mixedUp, string none)
    {
        foreach (var passage in passages)
        {
            if (Make(context, wording, passage, least, mixedUp) is { } made)
            {
                return made;
            }
        }

        return QuestionResult.None(none);
    }

    /// <summary>What is asked, then the passage in quotation marks.</summary>
    public static string Prompt(string wording, string text, TermNames key, IReadOnlyList<TermNames> others)
    {
        var leaks = new QuizText(wording).Words.Any(word => Masking.GivesAway(word, key, others)) || key.IsIn(new QuizText(wording));
        return $"{(!leaks ? wording : others.Count > 0 ? BareWording : BareWordingAlone)} “{text}”";
    }

    /// <summary>The option that names a card.</summary>
    public static QuestionOption Option(QuizCard card) => new(card.Term, card.Card.Id, card.Term);

    /// <summary>Whether another term can be offered for a passage: not named by it, not the same, and the passage not true of it.</summary>
    public static bool IsWrong(QuestionContext context, Passage passage, QuizCard other) =>
        !Alikeness.IsSameTerm(context.Card, other)
        && !context.Deck.KindsOf(other).Contains(context.Card.Row)
        && !passage.IsAlsoIn(other, context.Card.Names);

    private static QuestionResult? Make(QuestionContext context, string wording, Passage passage, LeastContent least, bool mixedUp)
    {
        var (deck, key) = (context.Deck, context.Card);
        var named = passage.Sentences.SelectMany(deck.NamedIn).ToHashSet();
        var leaks = passage.Sentences.SelectMany(sentence => sentence.Words).Where(key.Names.GivesAway).ToList();
        bool Shares(QuizCard other) => leaks.Exists(word => Masking.Shares(word, key.Names, other.Names));
        var mixed = mixedUp ? [] : deck.MixedUpWith(key);
        var candidates = Distractors.Order(context, other =>
            !named.Contains(other.Row)
            && IsWrong(context, passage, other)
            && (!mixed.Contains(other) || Shares(other)));

        // Where too little is left even if every other term shared the words, no choice of them helps.
        if (Masking.Mask(passage, key.Names, [.. candidates.Select(card => card.Names)], least) is null)
        {
            return null;
        }

        return Distractors.Choose(
            Distractors.WithFirst(candidates, Shares),
            Distractors.Count,
            (one, other) => !Alikeness.IsSameTerm(one, other),
            chosen =>
            {
                List<TermNames> others = [.. chosen.Select(card => card.Names)];
                return Masking.Mask(passage, key.Names, others, least) is { } text
                    ? context.Choose(Prompt(wording, text, key.Names, others), Option(key), [.. chosen.Select(Option)])
                    : null;
            });
    }
}
