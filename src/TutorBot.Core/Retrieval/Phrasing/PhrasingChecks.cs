using System.Text.RegularExpressions;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval.Phrasing;

/// <summary>
/// Holds a model's sentence to the cards that it cites (RETRIEVAL.md §5.2). Similarity alone would not do: it sees neither negation
/// nor swapped arguments.
/// </summary>
public static partial class PhrasingChecks
{
    /// <summary>The longest sentence, in UTF-16 units.</summary>
    public const int LongestSentence = 400;

    /// <summary>The least share of a sentence's content words that its cards must hold.</summary>
    public const double LeastOverlap = 0.6;

    /// <summary>Why the sentence must not be shown, in a word or two for the log, or null where it may.</summary>
    /// <param name="sentence">What the model wrote.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="cited">The cards that it names; those it was not given are left out before.</param>
    public static string? Problem(string sentence, string question, IReadOnlyList<Card> cited)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(cited);
        if (cited.Count == 0)
        {
            return "no card";
        }

        if (string.IsNullOrWhiteSpace(sentence) || sentence.Length > LongestSentence)
        {
            return "length";
        }

        var text = string.Join(' ', cited.Select(CardText.Of));
        var known = $"{text} {question}";
        return Markup().IsMatch(sentence) ? "markup"
            : Figures().Matches(sentence).Any(match => !Holds(known, match.Value)) ? "figure"
            : Terms().Matches(sentence).Any(match => !Holds(known, match.Value)) ? "term"
            : Overlap(sentence, text) < LeastOverlap ? "overlap"
            : Negates(sentence) != Negates(Nearest(sentence, cited)) ? "negation"
            : null;
    }

    private static bool Holds(string text, string term) => Regex.IsMatch(
        text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(term)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static bool Negates(string sentence) => Negation().Count(sentence) % 2 == 1;

    /// <summary>The cited sentence that shares the most words.</summary>
    private static string Nearest(string sentence, IReadOnlyList<Card> cited) => cited
        .SelectMany(card => new[] { card.Definition, card.HowItWorks ?? "", card.QuickTip ?? "" })
        .SelectMany(field => SentenceEnd().Split(CardText.Plain(field)))
        .MaxBy(part => Overlap(sentence, part)) ?? "";

    private static double Overlap(string sentence, string text)
    {
        var stems = Stems(sentence);
        return stems.Count == 0 ? 0 : (double)stems.Intersect(Stems(text)).Count() / stems.Count;
    }

    private static HashSet<string> Stems(string text) =>
        [.. WordSplitter.Split(text).Where(word => !StopWords.IsFunctionWord(word.Text)).Select(word => EnglishStemmer.Stem(word.Text))];

    [GeneratedRegex(@"[<>@`\[\]{}|*_\\]|https?:|www\.|\w\.(?:com|net|org|io)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{L}]*\d[\p{L}\d]*(?:[.,]\d+)*%?")]
    private static partial Regex Figures();

    /// <summary>Words with an inner capital or nothing but capitals, and capitalised words that do not start the sentence.</summary>
    [GeneratedRegex(@"\b\w*\p{Lu}\w*\p{Lu}\w*\b|(?<=[\p{L}\p{N},;:] )\p{Lu}\w+")]
    private static partial Regex Terms();

    [GeneratedRegex(@"\b(?:not|no|never|none|cannot|without|neither|nor)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negation();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();
}
