using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace TutorBot.Core.Cards;

/// <summary>Finds the lines that give a deck's file its structure; what stands in code, lists and tables is none.</summary>
internal static partial class DeckMarkers
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UsePipeTables().UseMathematics().Build();

    /// <summary>The markers in the order of the text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="suspects">Blocks that have no end, or that hold the heading of a card, are added.</param>
    public static List<DeckMarker> Find(string text, List<SuspectBlock> suspects)
    {
        var markers = new List<DeckMarker>();
        var blocks = Markdown.Parse(text, Pipeline);

        // Only the last block can be without an end: it lasts until the end of the file.
        var isBroken = blocks.LastChild is { } last && Verbatim(last, text, 0) is { HasEnd: false };
        foreach (var block in blocks)
        {
            if (Verbatim(block, text, 0) is not { } verbatim)
            {
                Add(block, 0, text, markers);
            }
            else if (isBroken && verbatim.Heading >= 0)
            {
                // Which fence starts and which one ends a block can no longer be told: each card is read by itself.
                suspects.Add(verbatim with { HasEnd = false });
                AddCards(text, verbatim.Heading, markers, suspects);
                break;
            }
            else if (!verbatim.HasEnd || verbatim.Heading >= 0)
            {
                suspects.Add(verbatim);
            }
        }

        return markers;
    }

    private static void AddCards(string text, int start, List<DeckMarker> markers, List<SuspectBlock> suspects)
    {
        while (start < text.Length)
        {
            var next = CardLine().Match(text, LineEnd(text, start));
            var end = next.Success ? next.Index : text.Length;
            foreach (var block in Markdown.Parse(text[start..end], Pipeline))
            {
                Add(block, start, text, markers);
                if (Verbatim(block, text, start) is { HasEnd: false } open)
                {
                    suspects.Add(open);
                }
            }

            start = end;
        }
    }

    /// <summary>What the block is if it is one whose text is no Markdown, or null.</summary>
    private static SuspectBlock? Verbatim(Block block, string text, int offset)
    {
        var (start, end) = (block.Span.Start + offset, Math.Min(block.Span.End + 1 + offset, text.Length));
        var (fence, hasEnd) = block switch
        {
            FencedCodeBlock fenced => (new string(fenced.FencedChar, Math.Max(2, fenced.OpeningFencedCharCount)), fenced.ClosingFencedCharCount > 0),
            HtmlBlock { Type: HtmlBlockType.Comment } => ("<!--", text.AsSpan(start, end - start).Contains("-->", StringComparison.Ordinal)),
            _ => ("", true),
        };
        if (fence.Length == 0)
        {
            return null;
        }

        // Markdig gives a block without an end the span of its first line.
        end = hasEnd ? end : text.Length;
        var heading = CardLine().Match(text, start, end - start);
        var isCard = heading.Success && (!hasEnd || heading.Groups["number"].Success || text.AsSpan(heading.Index, end - heading.Index).Contains("**Definition**", StringComparison.OrdinalIgnoreCase));
        return new SuspectBlock(LineStart(text, start), fence, hasEnd, isCard ? heading.Index : -1);
    }

    private static void Add(Block block, int offset, string text, List<DeckMarker> markers)
    {
        var start = LineStart(text, block.Span.Start + offset);
        switch (block)
        {
            case HeadingBlock { IsSetext: false } heading:
                markers.Add(Heading(heading.Level, text, start));
                break;
            case ThematicBreakBlock:
                markers.Add(new DeckMarker(DeckMarkerKind.Break, start, LineEnd(text, start), ""));
                break;
            case HeadingBlock or ParagraphBlock:
                // "text" directly above "---" is a heading to CommonMark; authors mean a separator.
                AddLines(text, start, block.Span.End + 1 + offset, block is HeadingBlock, markers);
                break;
            default:
                break;
        }
    }

    private static DeckMarker Heading(int level, string text, int start)
    {
        var end = LineEnd(text, start);
        var name = HeadingMarks().Replace(text[start..end].Trim(), "").Trim();
        var kind = level == 2 || CardNumber().IsMatch(name) ? DeckMarkerKind.Card
            : level == 1 ? DeckMarkerKind.Section
            : FieldKind(name) ?? DeckMarkerKind.Extra;
        return new DeckMarker(kind, start, end, kind is DeckMarkerKind.Card or DeckMarkerKind.Section ? name : Bare(name));
    }

    private static void AddLines(string text, int start, int end, bool isSetext, List<DeckMarker> markers)
    {
        while (start < end && start < text.Length)
        {
            var lineEnd = LineEnd(text, start);
            var line = text[start..lineEnd].Trim();
            if (isSetext && line.Length > 0 && line.All(c => c is '-' or '='))
            {
                markers.Add(new DeckMarker(DeckMarkerKind.Break, start, lineEnd, ""));
            }
            else if (NamedLine().Match(line) is { Success: true } named)
            {
                var kind = char.ToLowerInvariant(named.Groups["key"].Value[0]) switch
                {
                    'i' => DeckMarkerKind.Id,
                    'c' => DeckMarkerKind.ConfusedWith,
                    _ => DeckMarkerKind.Aliases,
                };
                markers.Add(new DeckMarker(kind, start, lineEnd, named.Groups["value"].Value.Trim()));
            }
            else if (HeadingLine().IsMatch(line))
            {
                var name = Bare(line);
                var kind = FieldKind(name) ?? (IsQuestion(line) ? null : DeckMarkerKind.Extra);
                if (kind is { } found)
                {
                    markers.Add(new DeckMarker(found, start, lineEnd, name));
                }
            }
            else if (FieldLine().IsMatch(line) && FieldKind(Bare(line)) is { } bare)
            {
                markers.Add(new DeckMarker(bare, start, lineEnd, Bare(line)));
            }

            start = lineEnd + 1;
        }
    }

    private static bool IsQuestion(string line) => line.StartsWith("🟦", StringComparison.Ordinal) || Bare(line).EndsWith('?');

    /// <summary>A heading without emoji, bold marks and colon.</summary>
    private static string Bare(string heading)
    {
        var bare = heading.AsSpan();
        while (bare.Length > 0 && !char.IsLetterOrDigit(bare[0]))
        {
            bare = bare[1..];
        }

        return bare.ToString().TrimEnd(' ', '*', '_', ':');
    }

    private static DeckMarkerKind? FieldKind(string name) => name.ToUpperInvariant() switch
    {
        "DEFINITION" or "ANSWER" => DeckMarkerKind.Definition,
        "HOW IT WORKS" or "HOW IT WORKS / EXAMPLE" or "HOW IT WORKS/EXAMPLE" or "HOW IT WORKS / EXAMPLES" or "EXAMPLE" or "EXAMPLES"
            or "HOW IT WORKS & EXAMPLE" or "HOW IT WORKS AND EXAMPLE" or "EXAMPLE / HOW IT WORKS" => DeckMarkerKind.HowItWorks,
        "QUICK TIP" or "TIP" or "QUICK TIPS" => DeckMarkerKind.QuickTip,
        _ => null,
    };

    private static int LineStart(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    private static int LineEnd(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    [GeneratedRegex(@"^#{1,6}\s*|\s+#+$")]
    private static partial Regex HeadingMarks();

    [GeneratedRegex(@"^[0-9]+[.)]\s")]
    private static partial Regex CardNumber();

    /// <summary>The start of a line that is the heading of a card wherever it is not code.</summary>
    [GeneratedRegex(@"^(?:\#{1,6}[ \t]+(?<number>[0-9]+[.)][ \t])|\#\#[ \t])", RegexOptions.Multiline)]
    private static partial Regex CardLine();

    [GeneratedRegex(@"^\**(?<key>id|alias|aliases|confused\s+with)\**\s*:\**\s*(?<value>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex NamedLine();

    /// <summary>A line that is nothing but bold text, perhaps after an emoji.</summary>
    [GeneratedRegex(@"^[^\p{L}\p{N}*]{0,6}\*\*[^*]+\*\*\s*:?$")]
    private static partial Regex HeadingLine();

    /// <summary>A field's name without bold marks: after an emoji, or with a colon.</summary>
    [GeneratedRegex(@"^(?:[^\p{L}\p{N}\s*_-]{1,4}\s*[\p{L} /&]+:?|[\p{L} /&]+:)$")]
    private static partial Regex FieldLine();
}
