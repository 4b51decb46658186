namespace TutorBot.Core.Quizzes.Questions;

/// <summary>The sentences of a definition question, blanked alike: each is treated as if it were the right one.</summary>
internal static class DefinitionOptions
{
    /// <summary>A sentence that keeps fewer content words defines nothing.</summary>
    private const int LeastContent = 3;

    /// <summary>The longest option is at most so many times as long as the shortest, in UTF-16 units and in words.</summary>
    private const int GreatestRatio = 2;

    /// <summary>The options in the order of the cards, or null where they cannot be shown together.</summary>
    /// <param name="cards">Cards with a defining sentence.</param>
    public static List<QuestionOption>? Of(IReadOnlyList<QuizCard> cards)
    {
        List<(QuizCard Card, QuizText Sentence, bool[] Marks)> options = [];
        foreach (var card in cards)
        {
            if (card.DefiningSentence is not { } sentence)
            {
                return null;
            }

            var marks = new bool[sentence.Words.Count];
            foreach (var named in cards)
            {
                named.Names.Mark(sentence, marks);
            }

            options.Add((card, sentence, marks));
        }

        while (MarkLoneWords(options))
        {
            // A word that is blanked no longer keeps the same word of another option.
        }

        List<QuizText> texts = [.. options.Select(option => new QuizText(Blanks.Fill(option.Sentence, option.Marks)))];
        return options.TrueForAll(SaysEnough) && IsAlikeInLength(texts.ConvertAll(text => text.Text.Length))
            && IsAlikeInLength(texts.ConvertAll(text => text.Text.Count(c => c == ' ') + 1)) && AreDifferent(texts)
            ? [.. texts.Zip(cards, (text, card) => new QuestionOption(text.Text, card.Card.Id, card.Term))]
            : null;
    }

    /// <summary>Marks each word that gives its own card away and that no other option shows too; whether there was any.</summary>
    private static bool MarkLoneWords(List<(QuizCard Card, QuizText Sentence, bool[] Marks)> options)
    {
        var found = false;
        foreach (var (card, sentence, marks) in options)
        {
            List<QuizWord> elsewhere = [.. options.Where(other => other.Card != card)
                .SelectMany(other => other.Sentence.Words.Where((_, i) => !other.Marks[i]))];
            for (var i = 0; i < marks.Length; i++)
            {
                var word = sentence.Words[i];
                if (!marks[i] && card.Names.GivesAway(word)
                    && !elsewhere.Exists(card.Names.Has(word) ? word.IsFormOf : card.Names.GivesAway))
                {
                    marks[i] = found = true;
                }
            }
        }

        return found;
    }

    private static bool SaysEnough((QuizCard Card, QuizText Sentence, bool[] Marks) option) =>
        option.Sentence.Words.Where((word, i) => word.IsContent && !option.Marks[i]).Count() >= LeastContent;

    private static bool IsAlikeInLength(List<int> lengths) => lengths.Max() <= GreatestRatio * lengths.Min();

    private static bool AreDifferent(List<QuizText> texts) =>
        texts.Select((text, i) => (text, i)).All(one => texts.Take(one.i).All(other => !Alikeness.IsSameSentence(one.text, other)));
}
