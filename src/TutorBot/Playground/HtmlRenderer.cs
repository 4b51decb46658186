using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;

namespace TutorBot.Playground;

/// <summary>Renders blocks as HTML: everything escaped, no markup but what Markdown makes, links to the web alone.</summary>
internal static class HtmlRenderer
{
    /// <summary>More choices than this become a menu.</summary>
    private const int MostButtons = 5;

    /// <summary>Blocks of the longest bar.</summary>
    private const int BarLength = 16;

    /// <summary>The last second that .NET can write.</summary>
    private const long LastSecond = 253402300799;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The HTML of a reply.</summary>
    public static string Render(IReadOnlyList<Core.Chat.Block> blocks) => string.Concat(blocks.Select(Render));

    /// <summary>Plain text as HTML.</summary>
    public static string Escape(string text) => HtmlEncoder.Default.Encode(text);

    private static string Render(Core.Chat.Block block) => block switch
    {
        Heading heading => $"<h3>{Inline(heading.Text)}</h3>",
        Paragraph { Tone: Tone.Quote } quote => $"<blockquote>{Markdown(quote.Text)}</blockquote>",
        Paragraph { Tone: Tone.Quiet } quiet => $"<div class=\"quiet\">{Markdown(quiet.Text)}</div>",
        Paragraph paragraph => Markdown(paragraph.Text),
        Fields fields => Render(fields),
        Choices choices => Render(choices),
        Core.Chat.Ranking ranking => Render(ranking),
        Attachment file => $"<p><a class=\"file\" download=\"{Escape(file.FileName)}\" href=\"data:{Escape(file.MediaType)};charset=utf-8;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(file.Text))}\">⬇ {Escape(file.FileName)}</a></p>",
        Image image => $"<figure role=\"img\" aria-label=\"{Escape(image.Alternative)}\">{image.Svg}</figure>",
        _ => throw new ArgumentException($"No rendering for {block.GetType().Name}.", nameof(block)),
    };

    private static string Render(Fields fields)
    {
        var html = new StringBuilder(fields.SideBySide ? "<div class=\"fields side\">" : "<div class=\"fields\">");
        foreach (var item in fields.Items)
        {
            html.Append("<section><h4>").Append(Inline(item.Name)).Append("</h4>").Append(Markdown(item.Value)).Append("</section>");
        }

        return html.Append("</div>").ToString();
    }

    private static string Render(Choices choices)
    {
        var html = new StringBuilder();
        if (choices.Buttons.Count > MostButtons)
        {
            html.Append("<label class=\"menu\">").Append(Escape(choices.Prompt)).Append(" <select data-press><option value=\"\">Choose…</option>");
            foreach (var button in choices.Buttons)
            {
                html.Append("<option value=\"").Append(Escape(CommandCodec.Encode(button.Command))).Append("\">").Append(Escape(button.Label)).Append("</option>");
            }

            return html.Append("</select></label>").ToString();
        }

        html.Append("<div class=\"choices\" role=\"group\" aria-label=\"").Append(Escape(choices.Prompt)).Append("\">");
        foreach (var button in choices.Buttons)
        {
            html.Append("<button type=\"button\" data-press=\"").Append(Escape(CommandCodec.Encode(button.Command))).Append('"');
            if (button.IsDisabled)
            {
                html.Append(" disabled");
            }

            if (button.Command.Asks is { } asks)
            {
                html.Append(" data-asks=\"").Append(Escape(asks)).Append('"');
            }

            if (button.Typed is { } typed)
            {
                html.Append(" title=\"").Append(Escape(typed)).Append('"');
            }

            html.Append('>').Append(Escape(button.Label)).Append("</button>");
        }

        return html.Append("</div>").ToString();
    }

    private static string Render(Core.Chat.Ranking ranking)
    {
        var html = new StringBuilder("<table class=\"ranking\"><caption class=\"hidden\">").Append(Escape(ranking.Caption)).Append("</caption><tbody>");
        var before = 0;
        foreach (var row in ranking.Rows)
        {
            if (row.Rank > before + 1 && before > 0)
            {
                html.Append("<tr class=\"gap\"><td colspan=\"4\">⋮</td></tr>");
            }

            before = row.Rank;
            html.Append(row.IsMine ? "<tr class=\"mine\">" : "<tr>")
                .Append(CultureInfo.InvariantCulture, $"<td>{row.Rank}</td><th scope=\"row\">{Inline(row.Name)}</th>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"bar\" aria-hidden=\"true\">{new string('█', (int)Math.Round(row.Share * BarLength))}</td><td>{Escape(row.Value)}</td></tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>Markdown of one line without its paragraph.</summary>
    private static string Inline(MarkdownText text)
    {
        var html = Markdown(text).Trim();
        return html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) ? html[3..^4] : html;
    }

    private static string Markdown(MarkdownText markdown)
    {
        var document = Markdig.Markdown.Parse(markdown.Source, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.Url?.StartsWith(MarkdownText.TimeScheme, StringComparison.Ordinal) == true
                && long.TryParse(link.Url.AsSpan(MarkdownText.TimeScheme.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                var text = string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
                var instant = DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, LastSecond)).ToString("O", CultureInfo.InvariantCulture);
                link.ReplaceBy(new HtmlInline($"<time datetime=\"{instant}\">{Escape(text)}</time>"), copyChildren: false);
                continue;
            }

            if (link.Url?.StartsWith(MarkdownText.ChannelScheme, StringComparison.Ordinal) == true && link.FirstChild is LiteralInline channel)
            {
                link.ReplaceBy(new LiteralInline(channel.Content.ToString()), copyChildren: false);
                continue;
            }

            // Pictures would load from elsewhere; other schemes would run.
            if (link.IsImage || !IsWeb(link.Url))
            {
                link.IsImage = false;
                link.Url = "#";
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !IsWeb(link.Url)).ToList())
        {
            link.Url = "#";
        }

        using var writer = new StringWriter();
        var renderer = new Markdig.Renderers.HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
