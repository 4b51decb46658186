using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TutorBot.Core.Chat;

namespace TutorBot.Discord.Rendering;

/// <summary>CommonMark in Discord's dialect: all that is not markup is escaped, mentions and hidden characters are disarmed.</summary>
internal static class DiscordMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>What is markup anywhere; after a backslash it is shown as it is.</summary>
    private const string Special = "\\*_~|`<>[]";

    /// <summary>What is markup at the head of a line.</summary>
    private const string SpecialAtStart = "#-+";

    /// <summary>The text with Discord's markup.</summary>
    public static string Of(MarkdownText text)
    {
        var written = new StringBuilder();
        WriteBlocks(Markdown.Parse(text.Source, Pipeline), written);
        return written.ToString().Trim('\n');
    }

    /// <summary>The text without any markup, for places that have none.</summary>
    public static string Plain(MarkdownText text)
    {
        var written = new StringBuilder();
        foreach (var inline in Markdown.Parse(text.Source, Pipeline).Descendants<LeafInline>())
        {
            written.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline link => link.Url,
                _ => "",
            });
        }

        return Clean(written.ToString());
    }

    /// <summary>Plain text of at most so many code points, cut at a word, with a sign that it goes on.</summary>
    public static string CutPlain(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = Clean(text).Trim();
        if (Length(clean) <= limit)
        {
            return clean;
        }

        var kept = new StringBuilder();
        foreach (var rune in clean.EnumerateRunes().Take(limit - 1))
        {
            kept.Append(rune.ToString());
        }

        var cut = kept.ToString();
        var space = cut.LastIndexOf(' ');
        return (space > cut.Length / 2 ? cut[..space] : cut).TrimEnd() + "…";
    }

    /// <summary>Characters as Discord counts them: code points.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Letter by letter, whatever it holds.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in Clean(text))
        {
            // Behind an @ a letter of no width keeps everyone and here from looking like a mention.
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
            if (c == '@')
            {
                escaped.Append('\u200B');
            }
        }

        return escaped.ToString();
    }

    /// <summary>Without characters that steer the direction of text or that nobody sees.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static void WriteBlocks(ContainerBlock container, StringBuilder written)
    {
        foreach (var block in container)
        {
            if (written.Length > 0 && written[^1] != '\n')
            {
                written.Append('\n');
            }

            Write(block, written);
        }
    }

    private static void Write(Markdig.Syntax.Block block, StringBuilder written)
    {
        switch (block)
        {
            case HeadingBlock heading:
                written.Append("**").Append(Inlines(heading.Inline)).Append("**\n");
                break;
            case ParagraphBlock paragraph:
                written.Append(AtLineStart(Inlines(paragraph.Inline))).Append('\n');
                break;
            case QuoteBlock quote:
                WriteIndented(quote, "> ", "> ", written);
                break;
            case ListBlock list:
                WriteList(list, written);
                break;
            case Table table:
                written.Append("```\n").Append(Fenced(TableText(table))).Append("```\n");
                break;
            case CodeBlock code:
                written.Append("```\n").Append(Fenced(Clean(code.Lines.ToString()))).Append("\n```\n");
                break;
            case ThematicBreakBlock:
                written.Append("———\n");
                break;
            case ContainerBlock container:
                WriteBlocks(container, written);
                break;
            default:
                break;
        }
    }

    private static void WriteList(ListBlock list, StringBuilder written)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var head = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            WriteIndented(item, head, new string(' ', head.Length), written);
        }
    }

    private static void WriteIndented(ContainerBlock container, string first, string others, StringBuilder written)
    {
        var inner = new StringBuilder();
        WriteBlocks(container, inner);
        var lines = inner.ToString().Trim('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            written.Append(i == 0 ? first : others).Append(lines[i]).Append('\n');
        }
    }

    private static string TableText(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>()
            .Select(cell => Clean(string.Concat(cell.Descendants<LeafInline>().Select(inline => inline switch { LiteralInline text => text.Content.ToString(), CodeInline code => code.Content, _ => " " })))).ToList()).ToList();
        var columns = rows.Max(row => row.Count);
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Count ? row[column].Length : 0)).ToList();
        return string.Concat(rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n"));
    }

    /// <summary>A fence ends at three backticks, wherever they are.</summary>
    private static string Fenced(string code) => code.Replace("```", "`\u200B`\u200B`", StringComparison.Ordinal);

    /// <summary>What would begin a list or a heading at the head of a line does not.</summary>
    public static string AtLineStart(string text) => string.Join('\n', text.Split('\n').Select(line =>
    {
        var trimmed = line.TrimStart();
        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        return trimmed.Length == 0 ? line
            : SpecialAtStart.Contains(trimmed[0], StringComparison.Ordinal) ? "\\" + trimmed
            : digits > 0 && digits < trimmed.Length && trimmed[digits] is '.' or ')' ? $"{trimmed[..digits]}\\{trimmed[digits..]}"
            : line;
    }));

    private static string Inlines(ContainerInline? container)
    {
        var written = new StringBuilder();
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            written.Append(Write(inline));
        }

        return written.ToString();
    }

    private static string Write(Inline inline) => inline switch
    {
        LiteralInline literal => Escape(literal.Content.ToString()),
        EmphasisInline emphasis => Emphasis(emphasis),
        CodeInline code => $"`{Clean(code.Content).Replace('`', 'ˋ')}`",
        LineBreakInline line => line.IsHard ? "\n" : " ",
        HtmlEntityInline entity => Escape(entity.Transcoded.ToString()),
        AutolinkInline link => IsWeb(link.Url) ? $"<{link.Url}>" : Escape(link.Url),
        LinkInline link => Link(link),
        ContainerInline container => Inlines(container),
        _ => "",
    };

    private static string Emphasis(EmphasisInline emphasis)
    {
        var inner = Inlines(emphasis);
        var sign = emphasis.DelimiterCount >= 2 ? "**" : "*";
        return inner.Trim().Length == 0 ? inner : sign + inner + sign;
    }

    private static string Link(LinkInline link)
    {
        var url = link.Url ?? "";
        if (url.StartsWith(MarkdownText.TimeScheme, StringComparison.Ordinal) && long.TryParse(url.AsSpan(MarkdownText.TimeScheme.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            // Each reader sees it by their own clocks, with how far away it is: with the date where the label has more than hours and minutes.
            var label = string.Concat(link.Descendants<LiteralInline>().Select(text => text.Content.ToString())).Split('(')[0].Trim();
            return string.Create(CultureInfo.InvariantCulture, $"<t:{seconds}:{(label.Length <= 5 ? 't' : 'f')}> (<t:{seconds}:R>)");
        }

        if (url.StartsWith(MarkdownText.ChannelScheme, StringComparison.Ordinal) && url[MarkdownText.ChannelScheme.Length..] is { Length: > 0 } channel && channel.All(char.IsAsciiDigit))
        {
            return $"<#{channel}>";
        }

        // Inside a link no backslash helps: its text goes without markup.
        var text = string.Concat(link.Descendants<LeafInline>().Select(inline => inline switch { LiteralInline literal => literal.Content.ToString(), CodeInline code => code.Content, _ => " " }));
        var shown = Clean(text).Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal);
        return link.IsImage || !IsWeb(url) ? Escape(text) : $"[{shown}](<{new Uri(url).AbsoluteUri.Replace(">", "%3E", StringComparison.Ordinal)}>)";
    }

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
