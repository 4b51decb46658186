namespace TutorBot.Core.Retrieval;

/// <summary>
/// Snowball's English stemmer (Porter 2) as of Snowball 3.0, written from the published description
/// (https://snowballstem.org/algorithms/english/stemmer.html).
/// </summary>
public static class EnglishStemmer
{
    private const int LongestWord = 128;

    /// <summary>The stem of a word; the word must be in lower case. Words of one or two letters stay as they are.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is <= 2 or > LongestWord)
        {
            return word;
        }

        if (WholeWord(word) is { } exception)
        {
            return exception;
        }

        Span<char> letters = stackalloc char[LongestWord + 1];
        word.CopyTo(letters);
        var stem = new EnglishStem(letters, word.Length);
        return stem.Run().SequenceEqual(word) ? word : new string(stem.Letters);
    }

    /// <summary>Words that the rules would spoil.</summary>
    private static string? WholeWord(string word) => word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => word,
        _ => null,
    };
}
