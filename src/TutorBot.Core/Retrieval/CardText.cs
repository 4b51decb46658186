using System.Buffers;
using System.Text;
using Markdig;
using TutorBot.Core.Cards;

namespace TutorBot.Core.Retrieval;

/// <summary>The text by which a card is found (RETRIEVAL.md §3.1).</summary>
public static class CardText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_`#|<>[]\\$~");

    /// <summary>
    /// <c>title (aliases). question definition how-it-works quick-tip</c>: the parts that exist, joined by one space,
    /// without markup.
    /// </summary>
    public static string Of(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var aliases = card.Aliases.Count == 0 ? "" : $" ({string.Join(", ", card.Aliases)})";
        return $"{card.Title}{aliases}. {Body(card)}";
    }

    /// <summary>Question and fields, joined by one space, without markup.</summary>
    public static string Body(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        string?[] parts = [card.Question, card.Definition, card.HowItWorks, card.QuickTip];
        return string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => Plain(part ?? "")));
    }

    /// <summary>CommonMark as running text: without markup, white space of any kind as one space.</summary>
    public static string Plain(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var text = markdown.AsSpan().ContainsAny(Markup) ? Markdown.ToPlainText(markdown) : markdown;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                plain.Append(c);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
