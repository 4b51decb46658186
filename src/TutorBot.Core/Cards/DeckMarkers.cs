using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace TutorBot.Core.Cards;

/// <summary>Finds the lines that give a deck's file its structure; what stands in code, lists and tables is none.</summary>
internal static partial class DeckMarkers
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UsePipeTables().UseMathematics().Build();

    public static List<DeckMarker> Find(string text)
    {
        var markers = new List<DeckMarker>();
        foreach (var block in Markdown.Parse(text, Pipeline))
        {
            var start = LineStart(text, block.Span.Start);
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
                    AddLines(text, start, block.Span.End + 1, block is HeadingBlock, markers);
                    break;
                default:
                    break;
            }
        }

        return markers;
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

    [GeneratedRegex(@"^\d{1,9}[.)]\s")]
    private static partial Regex CardNumber();

    [GeneratedRegex(@"^\**(?<key>id|alias|aliases|confused\s+with)\**\s*:\**\s*(?<value>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex NamedLine();

    /// <summary>A line that is nothing but bold text, perhaps after an emoji.</summary>
    [GeneratedRegex(@"^[^\p{L}\p{N}*]{0,6}\*\*[^*]+\*\*\s*:?$")]
    private static partial Regex HeadingLine();

    /// <summary>A field's name without bold marks: after an emoji, or with a colon.</summary>
    [GeneratedRegex(@"^(?:[^\p{L}\p{N}\s*_-]{1,4}\s*[\p{L} /&]+:?|[\p{L} /&]+:)$")]
    private static partial Regex FieldLine();
}
