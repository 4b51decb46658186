using System.Text.RegularExpressions;

namespace TutorBot.Core.Retrieval;

/// <summary>Finds the two sides of a comparison by its wording.</summary>
internal static partial class ComparisonPatterns
{
    private static readonly Regex[] Certain =
        [Between(), Versus(), CompareVerb(), DifferentFrom(), Differ(), SameAs(), DoesThat(), ComparedTo(), AndDifference()];

    private static readonly Regex[] Uncertain = [Better(), Or(), Joined()];

    /// <summary>The sides, or null where nothing is compared.</summary>
    public static ComparisonSides? Sides(string text)
    {
        foreach (var pattern in Certain)
        {
            if (Split(pattern, text) is var (first, second, whole))
            {
                return new ComparisonSides(first, second, IsCertain: true, whole);
            }
        }

        foreach (var pattern in Uncertain)
        {
            if (Split(pattern, text) is var (one, other, whole))
            {
                return new ComparisonSides(one, other, IsCertain: false, whole);
            }
        }

        return null;
    }

    private static (string First, string Second, string Whole)? Split(Regex pattern, string text)
    {
        var match = pattern.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var first = LastClause(match.Groups["a"].Value);
        var second = FirstClause(match.Groups["b"].Value);
        // Commas within the sides may part further ones: "LSTM, GRU and RNN".
        var whole = $"{match.Groups["a"].Value.Trim()} and {match.Groups["b"].Value.Trim()}";
        return first.Length == 0 || second.Length == 0 ? null : (first, second, whole);
    }

    /// <summary>What stands before the first side in the sentence belongs to it only from the last break on.</summary>
    private static string LastClause(string side)
    {
        var cut = side.AsSpan().LastIndexOfAny(",;:?!");
        var stop = side.LastIndexOf(". ", StringComparison.Ordinal);
        return side[(Math.Max(cut, stop) + 1)..].Trim(' ', '.', '"', '\'');
    }

    /// <summary>"B, which one when": the second side ends at the first break.</summary>
    private static string FirstClause(string side)
    {
        var end = Tail().Match(side) is { Success: true } tail ? tail.Index : side.Length;
        return side[..end].Trim(' ', '.', '"', '\'');
    }

    [GeneratedRegex(@"\b(?:difference|differences|distinction|contrast|comparison|similarities|relationship|relation)s? (?:is |are |there )*(?:between|of) (?<a>.+?) (?:and|vs\.?|versus|&|or) (?<b>.+)$", Options)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:.*\b(?:compare|comparing|difference|about|explain|of) )?(?<a>.+?) (?:vs\.?|versus|v\.s\.) (?<b>.+)$", Options)]
    private static partial Regex Versus();

    [GeneratedRegex(@"\b(?:compare|contrast|comparing) (?<a>.+?) (?:and|with|to|against|&) (?<b>.+)$", Options)]
    private static partial Regex CompareVerb();

    [GeneratedRegex(@"\b(?:is|are|'s|makes?) (?<a>.+?) (?:any )?(?:different|distinct|distinguished) (?:from|to|than) (?<b>.+)$", Options)]
    private static partial Regex DifferentFrom();

    [GeneratedRegex(@"\b(?:do|does|did) (?<a>.+?) (?:differ|vary) (?:from|to) (?<b>.+)$|\b(?:do|does|did) (?<a>.+?) (?:and|vs\.?|&|or) (?<b>.+?) (?:differ|vary|compare)\b|\bhow (?:do|does) (?<a>.+?) compare (?:to|with|against) (?<b>.+)$", Options)]
    private static partial Regex Differ();

    [GeneratedRegex(@"\b(?:is|are|isn't|aren't) (?<a>.+?) (?:just )?(?:the )?same (?:thing )?(?:as|like) (?<b>.+)$|\b(?:are|is) (?<a>.+?) and (?<b>.+?) (?:just )?(?:the )?same\b", Options)]
    private static partial Regex SameAs();

    [GeneratedRegex(@"\bwhat (?:do|does|can|has) (?<a>.+?) (?:do|have|has|offer|add|give|gives)? ?that (?<b>.+?) (?:doesn't|don't|does not|do not|can't|cannot|lacks?|hasn't|haven't)\b", Options)]
    private static partial Regex DoesThat();

    [GeneratedRegex(@"^(?<a>.+?),? (?:as )?(?:compared|as opposed|in contrast|in comparison) (?:to|with) (?<b>.+)$", Options)]
    private static partial Regex ComparedTo();

    [GeneratedRegex(@"^(?<a>.+?) (?:and|&) (?<b>.+?)(?:[,.;:?]| -| are| is|$).*\b(?:difference|differences|differ|different|apart|mixed up|mix up|confuse|confused|which is which|which one|same thing)\b", Options)]
    private static partial Regex AndDifference();

    [GeneratedRegex(@"\b(?:is|are|'s) (?<a>.+?) (?:any )?(?:better|worse|faster|slower|simpler|easier|harder|stronger|weaker|cheaper|older|newer|(?:more|less) \w+) than (?<b>.+)$", Options)]
    private static partial Regex Better();

    /// <summary>"LSTM and GRU", "softmax; sigmoid", "what is ReLU and what is softmax".</summary>
    [GeneratedRegex(@"^(?<a>[^,;/]+?)(?: and | & |\s*[,;/]\s*)(?:what(?: is|'s| are) (?:an? |the )?)?(?<b>.+)$", Options)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(?<a>.+?) or (?<b>.+)$", Options)]
    private static partial Regex Or();

    [GeneratedRegex(@"[,;:?!]|\. |\.$| - | – | (?:which|when|what|who|where|why|how|if|because|in terms of|in practice|in simple|please|pls|though|again|for (?:my|a|an|the|this|tabular|images?|text)|are|is)\b", Options)]
    private static partial Regex Tail();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
