namespace TutorBot.Core.Retrieval;

/// <summary>Which tokens of the model take part in late interaction.</summary>
internal static class ContentTokens
{
    /// <summary>
    /// Whether a token stands for content: not special, not part of a stop word, its first character a letter or a digit.
    /// </summary>
    public static bool IsContent(ReadOnlySpan<TokenSpan> tokens, int index, string text)
    {
        var token = tokens[index];
        if (token.Length == 0 || !char.IsLetterOrDigit(text[token.Start]))
        {
            return false;
        }

        var first = index;
        while (first > 0 && tokens[first].IsContinuation)
        {
            first--;
        }

        var last = index;
        while (last + 1 < tokens.Length && tokens[last + 1].IsContinuation)
        {
            last++;
        }

        var start = tokens[first].Start;
        return !StopWords.IsFunctionWord(text.AsSpan(start, tokens[last].Start + tokens[last].Length - start));
    }
}
