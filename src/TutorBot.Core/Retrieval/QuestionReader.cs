using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// Understands a question by its wording: what it wants, a number, two sides. Knows no deck and no model. Never throws,
/// whatever the text.
/// </summary>
public static partial class QuestionReader
{
    /// <summary>What is read of a question, in UTF-16 units; the model sees at most 256 tokens of it anyway.</summary>
    public const int LongestRead = 1000;

    /// <summary>Reads a question.</summary>
    public static QuestionReading Read(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = Clean(question);
        var words = WordSplitter.Split(text);
        var spans = new List<Range>();
        var number = Number(text, words);
        var sides = number is null ? ComparisonPatterns.Sides(text) : null;
        var wanted = FieldIntent(text, spans);
        var intent = number is not null ? Intent.Card
            // "All cards" has no subject either, and wants the list of everything.
            : wanted != Intent.List && !words.Any(IsSubject) ? Intent.None
            : wanted;
        return new QuestionReading(text, words, intent, number, sides, spans);
    }

    /// <summary>
    /// Trimmed, bounded, white space and control characters as single spaces, platform mentions and custom emoji left
    /// out: they are never what is asked about.
    /// </summary>
    public static string Clean(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (IsClean(question))
        {
            return question;
        }

        var text = question.Length > LongestRead * 4 ? question[..(LongestRead * 4)] : question;
        var clean = new StringBuilder(Math.Min(text.Length, LongestRead));
        text = text.Contains('<', StringComparison.Ordinal) ? Tag().Replace(Mention().Replace(text, " "), " ") : text;
        text = text.Contains('@', StringComparison.Ordinal) ? At().Replace(text, " ") : text;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!isSpace)
            {
                clean.Append(c);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }

            if (clean.Length == LongestRead)
            {
                break;
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Most questions are clean as they come.</summary>
    private static bool IsClean(string question)
    {
        if (question.Length is 0 or > LongestRead || question[0] == ' ' || question[^1] == ' ' || question.AsSpan().ContainsAny('<', '@'))
        {
            return false;
        }

        for (var i = 0; i < question.Length; i++)
        {
            if (char.IsControl(question[i]) || (char.IsWhiteSpace(question[i]) && (question[i] != ' ' || question[i - 1] == ' ')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSubject(QuestionWord word) =>
        !StopWords.IsFunctionWord(word.Text) && !StopWords.IsCourtesy(word.Text) && !StopWords.IsAsking(word.Text);

    private static Intent FieldIntent(string text, List<Range> spans)
    {
        if (Mark(TipPattern(), text, spans))
        {
            Mark(CardWordPattern(), text, spans);
            return Intent.Tip;
        }

        if (Mark(ListPattern(), text, spans) | Mark(ExistPattern(), text, spans))
        {
            return Intent.List;
        }

        if (Mark(ExamplePattern(), text, spans) || HowItWorksPattern().IsMatch(text))
        {
            Mark(CardWordPattern(), text, spans);
            return Intent.Example;
        }

        Mark(DefinitionPattern(), text, spans);
        Mark(CardWordPattern(), text, spans);
        return Intent.Define;
    }

    private static bool Mark(Regex pattern, string text, List<Range> spans)
    {
        var before = spans.Count;
        foreach (var match in pattern.EnumerateMatches(text))
        {
            spans.Add(match.Index..(match.Index + match.Length));
        }

        return spans.Count > before;
    }

    /// <summary>
    /// A number is asked for where nothing else is: "161", "#161", "open card number 161 please". A question about a
    /// quantity ("what is 7 times 6") has other words or a question word without "card".
    /// </summary>
    private static int? Number(string text, List<QuestionWord> words)
    {
        if (!words.Any(IsNumber))
        {
            return null;
        }

        int? number = null;
        var others = new List<string>();
        foreach (var word in words)
        {
            if (!IsNumber(word))
            {
                others.Add(word.Text);
            }
            else if (number is not null
                || !int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }
            else
            {
                number = value;
            }
        }

        var isNamed = text.Contains('#', StringComparison.Ordinal)
            || others.Any(word => word is "card" or "flashcard" or "number" or "no" or "nr");
        var isBare = others.All(word => StopWords.IsCourtesy(word) || word is "the" or "me" or "can" or "could" or "you" or "i" or "to");
        var isOnlyAboutIt = others.All(word => StopWords.IsFunctionWord(word) || StopWords.IsCourtesy(word)
            || word is "card" or "flashcard" or "number" or "no" or "nr" or "show" or "open" or "see" or "give" or "display" or "deck" or "look" or "pull");
        return number is not null && isOnlyAboutIt && (isNamed || (isBare && !HasArithmetic(text))) ? number : null;
    }

    private static bool IsNumber(QuestionWord word) => !word.Text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static readonly SearchValues<char> ArithmeticSigns = SearchValues.Create("+*/=%<>$€£");

    private static bool HasArithmetic(string text) => text.AsSpan().ContainsAny(ArithmeticSigns);

    [GeneratedRegex(@"</?(?:b|i|u|s|em|strong|code|tt|pre|span|p|br|sub|sup|mark|q)\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![\w.])@\w[\w.-]{0,40}")]
    private static partial Regex At();

    [GeneratedRegex(@"<[@#!&:][^<>\s]{0,80}>|<a?:\w{1,40}:\d{1,25}>")]
    private static partial Regex Mention();

    [GeneratedRegex(
        @"\b(?:the |a |any |your |some )*(?:(?:quick|one-line|one line|short|memory|handy|study) )*(?:tips?|one-?liners?|one liner|mnemonics?|takeaway|rule of thumb|catch ?phrase|slogan|(?:memory|memorable|remembering) (?:hook|trick|aid|device|help|phrase))\b(?: (?:on|for|about|of|to remember|to memori[sz]e|for remembering|does the deck (?:give|have) for))*"
        + @"|\b(?:how (?:do|can|could|should) (?:i|you|we|one) (?:best )?(?:remember|memori[sz]e)|help me (?:to )?(?:remember|memori[sz]e)|(?:an? )?(?:easy|good|best) way to (?:remember|memori[sz]e)|trick (?:to|for) remember(?:ing)?)\b"
        + @"|\bcatchy\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TipPattern();

    [GeneratedRegex(
        @"\b(?:which|what|any|all(?: of)?(?: the)?|list(?: of)?(?: the)?(?: all)?|show(?: me)?(?: all)?(?: the)?|find(?: me)?|give me(?: the| all)?|do (?:you|we) have(?: any)?) (?:flash)?cards\b(?: (?:are there|do you have|do we have|are|is there|there are|talk|deal|cover|covers|mention|exist|belong|have to do)\b)?(?: (?:about|on|for|with|of|to|in|covering|mentioning)\b)*"
        + @"|^(?:flash)?cards (?:about|on|for|with|covering|mentioning)\b"
        + @"|^(?:please )?(?:list|enumerate)\b(?: (?:all|the|of|every|everything|anything|about|on|cards?)\b)*"
        + @"|\b(?:types|kinds|sorts|list) of\b(?! (?:model|unit|network|layer|thing)s? (?:reads|is|has|that)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListPattern();

    /// <summary>"What activation functions are there", "name all the loss functions", "how many cards are there".</summary>
    [GeneratedRegex(
        @"^(?:what|which)\b(?=.+ (?:are there|is there|there are|exist|do you (?:have|know|cover)|do we have|are covered)[\s?!.]*$)|(?<=^(?:what|which) .+) (?:are there|is there|there are|exist|do you (?:have|know|cover)|do we have|are covered)[\s?!.]*$"
        + @"|^(?:please |can you |could you )?(?:name|list|show|give|tell)(?: me| us)? (?:all|every|everything)\b(?: (?:of|the|about|on|with|cards?)\b)*"
        + @"|\bhow many (?:flash)?cards\b(?: (?:are there|do you have|do we have|are|about|on)\b)*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExistPattern();

    [GeneratedRegex(
        @"\b(?:an? |any |some |one |the |real |real-life |real life |concrete |worked |practical |simple |good |quick |real-world |real world )*examples?\b(?: (?:of|for|on|about|from|with|where)\b)?|\bfor instance\b|\bin practice\b|\b(?:an? )?use cases?\b(?: (?:of|for)\b)?|\bhow it works\b(?: (?:for|of|on)\b)?|\billustrate\b|\billustration of\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExamplePattern();

    [GeneratedRegex(
        @"\b(?:the |a |an |formal |exact |short |precise |proper )*definitions?\b(?: (?:of|for|on)\b)?|^(?:please )?define\b|\bthe (?:term|concept|idea)\b(?: of\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DefinitionPattern();

    [GeneratedRegex(@"\b(?:on|from|in|for|of)? ?(?:the|this|that|your)? ?(?:flash)?cards?\b(?: (?:about|on|for|of)\b)?(?! (?:game|support|reader|memory))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CardWordPattern();

    [GeneratedRegex(@"\bhow (?:do|does|did|would|is|are)\b.*\b(?:work|works|function|operate|done|happen|happens)\b[\s?!.]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowItWorksPattern();
}
