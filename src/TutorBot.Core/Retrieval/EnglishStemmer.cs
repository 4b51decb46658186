namespace TutorBot.Core.Retrieval;

/// <summary>Snowball's English stemmer (Porter 2), as of Snowball 3.0.</summary>
public static class EnglishStemmer
{
    /// <summary>The stem of a word; the word must be in lower case.</summary>
    public static string Stem(string word) => throw new NotSupportedException();
}
