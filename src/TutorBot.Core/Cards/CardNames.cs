using System.Buffers;
using System.Text;

namespace TutorBot.Core.Cards;

/// <summary>The names of a card, found by rule, and the form in which two names are compared.</summary>
public static class CardNames
{
    private static readonly SearchValues<char> JoinedAlready = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>
    /// Title, title without its parentheses, text in parentheses of title and question, aliases; each once, the title
    /// first.
    /// </summary>
    public static IReadOnlyList<string> Of(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var names = new List<string> { card.Title };
        AddWithParentheses(names, card.Title, alsoWithout: true);
        AddWithParentheses(names, card.Question ?? "", alsoWithout: false);
        names.AddRange(card.Aliases);
        return [.. names.Where(name => Joined(name).Length > 0).DistinctBy(Joined)];
    }

    /// <summary>
    /// A name as it is compared: letters and digits only, in lower case, without accents' or case's difference, words
    /// joined ("Seq-2-Seq" and "seq2seq" are one). Empty where the text has neither letters nor digits.
    /// </summary>
    public static string Joined(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.AsSpan().ContainsAnyExcept(JoinedAlready))
        {
            return name;
        }

        var joined = new StringBuilder(name.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                joined.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
            }
        }

        return joined.ToString();
    }

    private static void AddWithParentheses(List<string> names, string text, bool alsoWithout)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        if (close < 0)
        {
            return;
        }

        if (alsoWithout)
        {
            names.Add((text[..open].TrimEnd() + " " + text[(close + 1)..].TrimStart()).Trim());
        }

        names.Add(text[(open + 1)..close].Trim());
    }
}
