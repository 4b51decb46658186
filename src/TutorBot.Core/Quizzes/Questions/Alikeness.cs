using TutorBot.Core.Cards;
using TutorBot.Core.Retrieval;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>When two options are too much alike to be shown together.</summary>
internal static class Alikeness
{
    /// <summary>Whether two terms are one but for spelling: equal when joined, of the same stems, or a typo apart.</summary>
    public static bool IsSameTerm(QuizCard left, QuizCard right) =>
        left.Card.Names.Select(CardNames.Joined).Intersect(right.Card.Names.Select(CardNames.Joined), StringComparer.Ordinal).Any()
        || new QuizText(left.Term).Stems.SetEquals(new QuizText(right.Term).Stems)
        || IsOneTypoApart(CardNames.Joined(left.Term), CardNames.Joined(right.Term));

    /// <summary>Whether two sentences say nearly the same: at least six in ten of their stems are common to both.</summary>
    public static bool IsSameSentence(QuizText left, QuizText right)
    {
        var common = left.Stems.Count(right.Stems.Contains);
        return 10 * common >= 6 * (left.Stems.Count + right.Stems.Count - common);
    }

    private static bool IsOneTypoApart(string left, string right)
    {
        var typos = Math.Min(left.Length, right.Length) / TypedAnswer.LettersPerTypo;
        return OptimalStringAlignment.Distance(left, right, Math.Min(1, typos)) <= Math.Min(1, typos);
    }
}
