namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Blanks what gives the key away in a passage, given the terms that it is shown among.</summary>
internal static class Masking
{
    /// <summary>A sentence that keeps fewer content words says nothing.</summary>
    private const int LeastContent = 2;

    /// <summary>
    /// The passage's text: every name of the key is a blank, and every word that it shares with its names and with those of
    /// no other term shown. Sentences of which little is left are dropped. Null where too little of all is left.
    /// </summary>
    /// <param name="passage">What is shown.</param>
    /// <param name="key">The names of the card asked for.</param>
    /// <param name="others">The names of the other terms shown.</param>
    /// <param name="leastContent">How many content words must be left, and at least half of them.</param>
    public static string? Mask(Passage passage, TermNames key, IReadOnlyList<TermNames> others, int leastContent)
    {
        var texts = new List<string>();
        var (left, all) = (0, 0);
        foreach (var sentence in passage.Sentences)
        {
            var marks = new bool[sentence.Words.Count];
            key.Mark(sentence, marks);
            for (var i = 0; i < marks.Length; i++)
            {
                marks[i] |= GivesAway(sentence.Words[i], key, others);
            }

            var content = sentence.Words.Count(word => word.IsContent);
            var kept = sentence.Words.Where((word, i) => word.IsContent && !marks[i]).Count();
            if (kept >= LeastContent || passage.Sentences.Count == 1)
            {
                (left, all) = (left + kept, all + content);
                texts.Add(Blanks.Fill(sentence, marks));
            }
        }

        return left >= leastContent && 2 * left >= all ? string.Join(' ', texts) : null;
    }

    /// <summary>Whether a word gives the key away among these terms: not if one of the others is made of it too.</summary>
    public static bool GivesAway(QuizWord word, TermNames key, IReadOnlyList<TermNames> others) =>
        key.GivesAway(word) && !others.Any(other => key.Has(word) ? other.Has(word) : other.GivesAway(word));
}
