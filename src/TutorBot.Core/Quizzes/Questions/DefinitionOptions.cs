namespace TutorBot.Core.Quizzes.Questions;

/// <summary>The sentences of a definition question, blanked alike: each is treated as if it were the right one.</summary>
internal static class DefinitionOptions
{
    /// <summary>A sentence that keeps fewer content words defines nothing.</summary>
    private const int LeastContent = 3;

    /// <summary>The longest option is at most so many times as long as the shortest, in UTF-16 units and in words.</summary>
    private const double GreatestRatio = 2;

    /// <summary>The options in the order of the cards, or null where they cannot be shown together.</summary>
    /// <param name="cards">Cards with a defining sentence.</param>
    public static List<QuestionOption>? Of(IReadOnlyList<QuizCard> cards)
    {
        List<(QuizCard Card, QuizText Sentence, BlankMarks Marks)> options = [];
        foreach (var card in cards)
        {
            if (card.DefiningSentence is not { } sentence)
            {
                return null;
            }

            var marks = new BlankMarks(sentence);
            foreach (var named in cards)
            {
                named.Names.Mark(sentence, marks);
            }

            // A word of its own name at the head is its subject, whatever the others say.
            if (card.Names.GivesAway(sentence.Words[0]))
            {
                marks.AddWord(0);
            }

            options.Add((card, sentence, marks));
        }

        while (MarkLoneWords(options))
        {
            // A word that is blanked no longer keeps the same word of another option.
        }

        List<string> texts = [.. options.Select(option => Blanks.Fill(option.Sentence, option.Marks))];
        return options.TrueForAll(SaysEnough) && IsAlikeInLength(texts, slack: 0) && AreDifferent(texts.ConvertAll(text => new QuizText(text)))
            ? [.. texts.Zip(cards, (text, card) => new QuestionOption(text, card.Card.Id, card.Term))]
            : null;
    }

    /// <summary>Whether the longest text is at most twice as long as the shortest, in UTF-16 units and in words.</summary>
    /// <param name="texts">The texts, at least one.</param>
    /// <param name="slack">How much more than twice is let pass.</param>
    public static bool IsAlikeInLength(IReadOnlyList<string> texts, double slack) =>
        IsAlike([.. texts.Select(text => text.Length)], slack) && IsAlike([.. texts.Select(text => text.Count(c => c == ' ') + 1)], slack);

    /// <summary>Marks each word that gives its own card away and that no other option shows too; whether there was any.</summary>
    private static bool MarkLoneWords(List<(QuizCard Card, QuizText Sentence, BlankMarks Marks)> options)
    {
        var found = false;
        foreach (var (card, sentence, marks) in options)
        {
            List<QuizWord> elsewhere = [.. options.Where(other => other.Card != card)
                .SelectMany(other => other.Sentence.Words.Where((_, i) => !other.Marks[i]))];
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                if (!marks[i] && card.Names.GivesAway(word) && !elsewhere.Exists(word.IsFormOf))
                {
                    marks.AddWord(i);
                    found = true;
                }
            }
        }

        return found;
    }

    /// <summary>Whether so many content words are shown, and at least half of them.</summary>
    private static bool SaysEnough((QuizCard Card, QuizText Sentence, BlankMarks Marks) option)
    {
        var shown = option.Sentence.Words.Where((word, i) => word.IsContent && !option.Marks[i]).Count();
        return shown >= LeastContent && 2 * shown >= option.Sentence.Words.Count(word => word.IsContent);
    }

    private static bool IsAlike(List<int> lengths, double slack) => lengths.Max() <= (GreatestRatio + slack) * lengths.Min();

    private static bool AreDifferent(List<QuizText> texts) =>
        texts.Select((text, i) => (text, i)).All(one => texts.Take(one.i).All(other => !Alikeness.IsSameSentence(one.text, other)));
}
