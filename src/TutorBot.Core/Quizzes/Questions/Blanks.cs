using System.Text;
using System.Text.RegularExpressions;

namespace TutorBot.Core.Quizzes.Questions;

/// <summary>Puts a blank where words of a sentence give the answer away, so that what is left still reads.</summary>
internal static partial class Blanks
{
    /// <summary>What stands for blanked words.</summary>
    public const string Blank = "____";

    /// <summary>The sentence with its blanks.</summary>
    public static string Fill(QuizText sentence, BlankMarks marks)
    {
        var filled = new StringBuilder(sentence.Text.Length);
        var position = 0;
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (marks.GoesOn(i))
            {
                position = sentence.Words[i].End;
            }
            else if (marks[i])
            {
                filled.Append(sentence.Text, position, sentence.Words[i].Start - position).Append(Blank);
                position = sentence.Words[i].End;
            }
        }

        filled.Append(sentence.Text, position, sentence.Text.Length - position);
        return position == 0 ? sentence.Text : Smooth(filled.ToString());
    }

    /// <summary>An expansion or acronym in parentheses goes; "a" and "an" no longer tell the first letter.</summary>
    private static string Smooth(string text)
    {
        text = Expansion().Replace(text, Blank);
        text = ArticleAtStart().Replace(text, Blank);
        text = Article().Replace(text, match => match.Groups[1].Value + "(n) " + match.Groups[2].Value + Blank);
        return text;
    }

    /// <summary>What follows a name in parentheses says it in other words.</summary>
    [GeneratedRegex(@"____['’]?s?\s*\([^()]*\)")]
    private static partial Regex Expansion();

    [GeneratedRegex(@"^An?\s+____")]
    private static partial Regex ArticleAtStart();

    [GeneratedRegex(@"\b([Aa])n?\s+([“""'‘]?)____")]
    private static partial Regex Article();
}
