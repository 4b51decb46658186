namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Blanks what gives the key away in a passage, given the terms that it is shown among.</summary>
internal static class Masking
{
    /// <summary>A sentence that keeps fewer content words says nothing.</summary>
    private const int LeastInSentence = 2;

    /// <summary>
    /// The passage's text: every name of the key is a blank, and every word that it shares with its names and with those of
    /// no other term shown. Sentences of which little is left are dropped. Null where too little of all is left.
    /// </summary>
    /// <param name="passage">What is shown.</param>
    /// <param name="key">The names of the card asked for.</param>
    /// <param name="others">The names of the other terms shown.</param>
    /// <param name="least">How many content words must be left, and at least half of them.</param>
    public static string? Mask(Passage passage, TermNames key, IReadOnlyList<TermNames> others, LeastContent least)
    {
        var texts = new List<string>();
        var (left, all, isBlanked) = (0, 0, false);
        foreach (var sentence in passage.Sentences)
        {
            var marks = new BlankMarks(sentence);
            key.Mark(sentence, marks);
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                if (GivesAway(sentence.Words[i], key, others))
                {
                    marks.AddWord(i);
                }
            }

            var content = sentence.Words.Count(word => word.IsContent);
            var kept = sentence.Words.Where((word, i) => word.IsContent && !marks[i]).Count();
            if (kept >= LeastInSentence || passage.Sentences.Count == 1)
            {
                (left, all) = (left + kept, all + content);
                texts.Add(Blanks.Fill(sentence, marks));
                isBlanked |= marks.Any;
            }
        }

        return left >= (isBlanked ? least.Blanked : least.Whole) && 2 * left >= all ? string.Join(' ', texts) : null;
    }

    /// <summary>Whether a word gives the key away among these terms: not if one of the others is made of it too.</summary>
    public static bool GivesAway(QuizWord word, TermNames key, IReadOnlyList<TermNames> others) =>
        key.GivesAway(word) && !others.Any(other => Shares(word, key, other));

    /// <summary>Whether a word that gives the key away would give another term away as much.</summary>
    public static bool Shares(QuizWord word, TermNames key, TermNames other) => key.Has(word) ? other.Has(word) : other.GivesAway(word);
}
