using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using TutorBot.Core.Chat;
using TutorBot.Core.Commands;
using TutorBot.Discord.Api;

namespace TutorBot.Discord.Rendering;

/// <summary>
/// Renders blocks as a message of Discord: text in boxes, choices in rows below. Boxes and rows instead of the newer components,
/// as forty of those are not enough for the panels, and menus with a label of their own need none.
/// </summary>
internal static class DiscordRenderer
{
    private const int BarLength = 8;
    private const int LongestName = 24;
    private const string More = "-# … there is more than a message can hold: /card shows a card whole";

    /// <summary>The message.</summary>
    /// <param name="blocks">What it shows.</param>
    /// <param name="mark">Names it in the ids of its buttons, so that it is found again; empty: nothing does.</param>
    /// <param name="page">Which part of it, where it is too long; null: the first.</param>
    public static DiscordMessage Render(IReadOnlyList<Block> blocks, string mark = "", Page? page = null)
    {
        var shown = page ?? Page.First;
        var text = new EmbedWriter();
        var components = new ComponentWriter(mark);
        var files = new List<ApiFile>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading:
                    text.Add($"### {DiscordMarkdown.Of(heading.Text).ReplaceLineEndings(" ")}");
                    break;
                case Paragraph paragraph:
                    text.Add(Of(paragraph));
                    break;
                case Fields { SideBySide: true } fields:
                    Add(fields, text);
                    break;
                case Fields fields:
                    AddEach(fields, text);

                    break;
                case Ranking ranking:
                    text.Add(Of(ranking));
                    break;
                case Image image:
                    text.Add(Prefixed("-# ", DiscordMarkdown.Escape(image.Alternative)));
                    break;
                case Attachment file:
                    files.Add(new ApiFile(file.FileName, file.MediaType, Encoding.UTF8.GetBytes(file.Text)));
                    break;
                case Choices choices:
                    components.Add(choices);
                    break;
                default:
                    throw new ArgumentException($"No rendering for {block.GetType().Name}.", nameof(blocks));
            }
        }

        var pages = text.Finish();
        var number = Math.Clamp(shown.Number, 1, pages.Count);
        var next = number < pages.Count ? Next(shown, number + 1, pages.Count) : null;
        if (number > 1)
        {
            // Its buttons and files are on the first page.
            (components, files) = (new ComponentWriter(mark), []);
        }

        if (next is { } button)
        {
            components.AddFirst(button.Label, button.Command);
        }
        else if (number < pages.Count && pages[number - 1][^1] is JsonObject last)
        {
            last["description"] = $"{last["description"]}\n{More}";
        }

        return new DiscordMessage(pages[number - 1], components.Finish(), files);
    }

    /// <summary>The button to what the message does not hold; null where no command shows it.</summary>
    private static (string Label, string Command)? Next(Page page, int number, int count) =>
        page.Again is { } again && DiscordCustomId.OfPage(CommandCodec.Encode(again), number) is { } rest
            ? (string.Create(CultureInfo.InvariantCulture, $"The rest ({number} of {count})"), rest)
            : page.Whole is { } whole ? ("Show it whole", CommandCodec.Encode(whole)) : null;

    private static void Add(Fields fields, EmbedWriter text)
    {
        var shown = fields.Items.Select(item => (DiscordMarkdown.Plain(item.Name), DiscordMarkdown.Of(item.Value))).ToList();
        if (EmbedWriter.AreFields(shown))
        {
            text.AddFields(shown);
        }
        else
        {
            AddEach(fields, text);
        }
    }

    private static void AddEach(Fields fields, EmbedWriter text)
    {
        foreach (var item in fields.Items)
        {
            text.Add(Of(item));
        }
    }

    private static string Of(Paragraph paragraph)
    {
        var text = DiscordMarkdown.Of(paragraph.Text);
        return paragraph.Tone switch
        {
            Tone.Quiet => Prefixed("-# ", text),
            Tone.Quote => Prefixed("> ", text),
            _ => text,
        };
    }

    /// <summary>A short value stands behind its name, a long one below it.</summary>
    private static string Of(Field field)
    {
        var (name, value) = (DiscordMarkdown.Of(field.Name).Trim('*'), DiscordMarkdown.Of(field.Value));
        return value.Contains('\n', StringComparison.Ordinal) || value.Length > 200 ? $"**{name}**\n{value}" : $"**{name}** {value}";
    }

    /// <summary>In letters of one width, so that the bars stand below each other; the reader's own row has an arrow.</summary>
    private static string Of(Ranking ranking)
    {
        var lines = new StringBuilder("```\n");
        var before = 0;
        var width = ranking.Rows.Count == 0 ? 0 : ranking.Rows.Max(row => row.Value.Length);
        foreach (var row in ranking.Rows)
        {
            if (row.Rank > before + 1 && before > 0)
            {
                lines.Append("   ⋮\n");
            }

            before = row.Rank;
            var filled = (int)Math.Round(Math.Clamp(row.Share, 0, 1) * BarLength);
            var name = DiscordMarkdown.CutPlain(DiscordMarkdown.Plain(row.Name).Replace('`', 'ˋ'), LongestName);
            lines.Append(CultureInfo.InvariantCulture, $"{(row.IsMine ? "▶" : " ")}{row.Rank,3} {new string('█', filled)}{new string('░', BarLength - filled)} {DiscordMarkdown.CutPlain(row.Value.Replace('`', 'ˋ'), LongestName).PadLeft(width)} {name}\n");
        }

        return lines.Append("```").ToString();
    }

    private static string Prefixed(string prefix, string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.StartsWith("```", StringComparison.Ordinal) || line.Trim().Length == 0 ? line : prefix + line));
}
