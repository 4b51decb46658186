using System.Text.RegularExpressions;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>Questions after who made something, where or when: a card answers them only if it says so.</summary>
internal static partial class OriginQuestion
{
    /// <summary>Whether a question asks for a person, a place or a year.</summary>
    public static bool IsOne(string text) => Pattern().IsMatch(text);

    /// <summary>Whether a card tells of an origin: a year, or a word of making.</summary>
    public static bool IsAnsweredBy(Card card)
    {
        var text = CardText.Of(card);
        return Year().IsMatch(text) || Making().IsMatch(text);
    }

    [GeneratedRegex(@"\b(?:who|where|when|what year|which year|whose idea)\b.*\b(?:invent|discover|introduc|creat|propos|develop|coin|found|publish|first us|come up|came up|original)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\b1[5-9][0-9]{2}\b|\b20[0-4][0-9]\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:invented|discovered|introduced|proposed|developed|coined|published|founded|named) (?:by|in)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Making();
}
