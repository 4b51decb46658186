using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>When two options are too much alike to be shown together.</summary>
internal static class Alikeness
{
    /// <summary>Whether two terms are one but for spelling: equal when joined, of the same stems, or a typo apart.</summary>
    public static bool IsSameTerm(QuizCard left, QuizCard right) =>
        left.JoinedNames.Overlaps(right.JoinedNames)
        || left.TermText.Stems.SetEquals(right.TermText.Stems)
        || IsOneTypoApart(CardNames.Joined(left.Term), CardNames.Joined(right.Term));

    /// <summary>
    /// Whether two sentences say nearly the same: at least six in ten of their stems, or of those of their content words,
    /// are common to both.
    /// </summary>
    public static bool IsSameSentence(QuizText left, QuizText right) =>
        IsMostlyCommon(left.Stems, right.Stems) || IsMostlyCommon(left.ContentStems, right.ContentStems);

    private static bool IsMostlyCommon(IReadOnlySet<string> left, IReadOnlySet<string> right)
    {
        var common = left.Count(right.Contains);
        return 10 * common >= 6 * (left.Count + right.Count - common);
    }

    private static bool IsOneTypoApart(string left, string right)
    {
        var typos = Math.Min(left.Length, right.Length) / TypedAnswer.LettersPerTypo;
        return OptimalStringAlignment.Distance(left, right, Math.Min(1, typos)) <= Math.Min(1, typos);
    }
}
