namespace TutorBot.Core.Cards;

/// <summary>The parts of one card between its heading and the next: the author's text, cut at the markers.</summary>
internal sealed class CardParts
{
    private readonly List<CardExtra> _extras = [];
    private readonly List<string> _aliases = [];
    private readonly List<(string Name, int Where)> _confusedWith = [];
    private readonly List<(string Name, int Where)> _duplicates = [];
    private readonly List<(string Name, int Where)> _empty = [];

    public CardParts(string text, List<DeckMarker> markers, int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            var marker = markers[i];
            var stop = i + 1 < markers.Count ? markers[i + 1].Start : text.Length;
            var content = text[Math.Min(marker.End, stop)..stop].Trim();
            switch (marker.Kind)
            {
                case DeckMarkerKind.Card:
                    Question = Unmarked(content);
                    break;
                case DeckMarkerKind.Aliases:
                    _aliases.AddRange(Items(marker));
                    TakeRest(content, marker);
                    break;
                case DeckMarkerKind.ConfusedWith:
                    _confusedWith.AddRange(Items(marker).Select(item => (item, marker.Start)));
                    TakeRest(content, marker);
                    break;
                case DeckMarkerKind.Break or DeckMarkerKind.Id:
                    TakeRest(content, marker);
                    break;
                default:
                    TakeField(marker, content);
                    break;
            }
        }
    }

    public string? Question { get; private set; }

    public string? Definition { get; private set; }

    public string? HowItWorks { get; private set; }

    public string? QuickTip { get; private set; }

    public IReadOnlyList<string> Aliases => _aliases;

    /// <summary>What stands in the lines that name cards to be mixed up with, as written.</summary>
    public IReadOnlyList<(string Name, int Where)> ConfusedWith => _confusedWith;

    public IReadOnlyList<CardExtra> Extras => _extras;

    /// <summary>Headings that stand there twice.</summary>
    public IReadOnlyList<(string Name, int Where)> Duplicates => _duplicates;

    /// <summary>Headings without a text.</summary>
    public IReadOnlyList<(string Name, int Where)> Empty => _empty;

    /// <summary>Where a text stands that belongs to no heading, or null.</summary>
    public int? Stray { get; private set; }

    /// <summary>What a line lists, parted by commas or semicolons.</summary>
    private static string[] Items(DeckMarker marker) =>
        marker.Name.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What follows an alias line or a separator: the question where there is none yet, else a stray text.</summary>
    private void TakeRest(string content, DeckMarker marker)
    {
        if (content.Length == 0)
        {
            return;
        }

        if (Question is null && Definition is null && marker.Kind != DeckMarkerKind.Break)
        {
            Question = Unmarked(content);
        }
        else
        {
            Stray ??= marker.End;
        }
    }

    private void TakeField(DeckMarker marker, string content)
    {
        if (content.Length == 0)
        {
            _empty.Add((marker.Name, marker.Start));
            return;
        }

        switch (marker.Kind)
        {
            case DeckMarkerKind.Definition when Definition is null:
                Definition = content;
                break;
            case DeckMarkerKind.HowItWorks when HowItWorks is null:
                HowItWorks = content;
                break;
            case DeckMarkerKind.QuickTip when QuickTip is null:
                QuickTip = content;
                break;
            default:
                _extras.Add(new CardExtra(marker.Name, content));
                if (marker.Kind != DeckMarkerKind.Extra)
                {
                    _duplicates.Add((marker.Name, marker.Start));
                }

                break;
        }
    }

    /// <summary>The question without its emoji and without bold marks around the whole of it; null where there is none.</summary>
    private static string? Unmarked(string content)
    {
        var question = content.StartsWith("🟦", StringComparison.Ordinal) ? content["🟦".Length..].Trim() : content;
        if (question.Length > 4 && question.StartsWith("**", StringComparison.Ordinal)
            && question.IndexOf("**", 2, StringComparison.Ordinal) == question.Length - 2)
        {
            question = question[2..^2].Trim();
        }

        return question.Length == 0 ? null : question;
    }
}
