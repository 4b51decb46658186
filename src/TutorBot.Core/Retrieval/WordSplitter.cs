using System.Globalization;
using System.Text;

namespace TutorBot.Core.Retrieval;

/// <summary>Splits a text into words: runs of letters and digits, apostrophes inside a word kept with it.</summary>
public static class WordSplitter
{
    /// <summary>Longer runs are no words of any language; they are cut, so that no text can make a word expensive.</summary>
    private const int LongestWord = 64;

    /// <summary>The words in order. Never throws, lone surrogates included.</summary>
    public static List<QuestionWord> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<QuestionWord>(16);
        var position = 0;
        while (position < text.Length)
        {
            if (!char.IsLetterOrDigit(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && position - start < LongestWord && IsInside(text, position))
            {
                position++;
            }

            words.Add(new QuestionWord(Normalize(text.AsSpan(start, position - start)), start, position - start));
        }

        return words;
    }

    /// <summary>A word as words are compared: lower case, without accents, without a possessive 's.</summary>
    public static string Normalize(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && IsApostrophe(word[^2]) && word[^1] is 's' or 'S')
        {
            word = word[..^2];
        }

        Span<char> lower = stackalloc char[LongestWord];
        word = word[..Math.Min(word.Length, LongestWord)];
        var length = 0;
        var isAscii = true;
        foreach (var c in word)
        {
            lower[length++] = IsApostrophe(c) ? '\'' : char.ToLowerInvariant(c);
            isAscii &= c < 128 || IsApostrophe(c);
        }

        return isAscii ? new string(lower[..length]) : WithoutAccents(new string(lower[..length]));
    }

    private static bool IsInside(string text, int position) =>
        char.IsLetterOrDigit(text[position])
        || (CharUnicodeInfo.GetUnicodeCategory(text[position]) == UnicodeCategory.NonSpacingMark)
        || (IsApostrophe(text[position]) && position + 1 < text.Length && char.IsLetter(text[position + 1]));

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static string WithoutAccents(string word)
    {
        // Letters only ever come here, so there is no lone surrogate to make Normalize throw.
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
