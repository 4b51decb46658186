using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>A sentence or name, split into words once.</summary>
internal sealed class QuizText
{
    public QuizText(string text)
    {
        Text = text;
        Words = [.. WordSplitter.Split(text).Select(word => new QuizWord(
            word.Text, EnglishStemmer.Stem(word.Text), word.Start, word.Start + word.Length - PossessiveLength(text.AsSpan(word.Start, word.Length))))];
        Stems = Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The text, without markup.</summary>
    public string Text { get; }

    public IReadOnlyList<QuizWord> Words { get; }

    /// <summary>The stems of all its words, function words included.</summary>
    public IReadOnlySet<string> Stems { get; }

    /// <summary>The stems of its content words.</summary>
    public IReadOnlySet<string> ContentStems => field ??= Words.Where(word => word.IsContent).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    private static int PossessiveLength(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '\u2019' or '\u02BC' ? 2 : 0;
}
