namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Which words of a sentence are blanked, and which of them by one blank.</summary>
/// <param name="sentence">The sentence.</param>
internal sealed class BlankMarks(QuizText sentence)
{
    /// <summary>The number of each word's blank; 0 where it is shown.</summary>
    private readonly int[] _blanks = new int[sentence.Words.Count];

    /// <summary>The blanks of words that are not a whole name.</summary>
    private readonly HashSet<int> _loose = [];
    private int _last;

    /// <summary>Whether any word is blanked.</summary>
    public bool Any => _last > 0;

    /// <summary>Whether a word is blanked.</summary>
    public bool this[int word] => _blanks[word] > 0;

    /// <summary>Whether a word is blanked by a blank that starts before it.</summary>
    public bool GoesOn(int word) => word > 0 && _blanks[word] > 0 && _blanks[word] == _blanks[word - 1];

    /// <summary>Puts one blank for a name of so many words; does nothing where all of them are blanked.</summary>
    public void AddName(int start, int length)
    {
        if (_blanks.AsSpan(start, length).Contains(0))
        {
            _blanks.AsSpan(start, length).Fill(++_last);
        }
    }

    /// <summary>
    /// Blanks a single word, together with such a word right before it; not with a name, so that of "batch normalization
    /// normalizes" the verb is still seen to be missing.
    /// </summary>
    public void AddWord(int word)
    {
        if (_blanks[word] > 0)
        {
            return;
        }

        if (word > 0 && _loose.Contains(_blanks[word - 1]) && IsOnlySpaceBefore(word))
        {
            _blanks[word] = _blanks[word - 1];
            return;
        }

        _blanks[word] = ++_last;
        _loose.Add(_last);
    }

    private bool IsOnlySpaceBefore(int word) =>
        string.IsNullOrWhiteSpace(sentence.Text[sentence.Words[word - 1].End..sentence.Words[word].Start]);
}
