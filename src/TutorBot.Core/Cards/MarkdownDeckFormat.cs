using System.Globalization;
using System.Text.RegularExpressions;

namespace TutorBot.Core.Cards;

/// <summary>Reads a deck from Markdown (PRODUCT.md §6). A broken card never hides the good ones.</summary>
public static partial class MarkdownDeckFormat
{
    /// <summary>Larger files are refused, in bytes: no deck for people to read is so long.</summary>
    public const int GreatestSize = 32 * 1024 * 1024;

    /// <summary>Reads a file's bytes. Never throws for any content.</summary>
    /// <param name="fileName">The file's name without its folder.</param>
    /// <param name="bytes">All of it.</param>
    public static ParsedDeck Parse(string fileName, ReadOnlySpan<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        var problems = new List<DeckProblem>();
        if (bytes.Length > GreatestSize)
        {
            problems.Add(new DeckProblem(fileName, 0, true, "The file is larger than 32 MB", "Split it into several decks."));
            return new ParsedDeck(null, problems);
        }

        return DeckText.Decode(fileName, bytes, problems) is { } text
            ? Parse(fileName, text, problems)
            : new ParsedDeck(null, problems);
    }

    /// <summary>Longer numbers do not fit.</summary>
    private const int MostDigits = 9;

    private static ParsedDeck Parse(string fileName, string text, List<DeckProblem> problems)
    {
        var suspects = new List<SuspectBlock>();
        var reader = new Reader(fileName, text, DeckMarkers.Find(text, suspects), problems);
        var cards = reader.ReadCards();
        reader.Report(suspects);
        if (cards.Count == 0)
        {
            problems.Add(new DeckProblem(
                fileName, 0, true, string.IsNullOrWhiteSpace(text) ? "The file is empty" : "The file has no card that can be used", "Write a card: \"## 1. Its name\", below it \"**Definition**\" and the text."));
        }

        var sorted = problems.OrderBy(problem => problem.Line).ToList();
        return new ParsedDeck(cards.Count == 0 ? null : new Deck(reader.DeckId, reader.Title, cards, fileName), sorted);
    }

    [GeneratedRegex(@"^(?<number>[0-9]+)[.)](?:\s+(?<title>.+))?$")]
    private static partial Regex NumberedTitle();

    [GeneratedRegex(@"^section\s+\w+\s*[:.–-]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex SectionPrefix();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetters();

    private sealed class Reader(string fileName, string text, List<DeckMarker> markers, List<DeckProblem> problems)
    {
        private readonly List<Card> _cards = [];
        private readonly List<(int At, string Label, IReadOnlyList<(string Name, int Where)> Names)> _confusedWith = [];
        private readonly Dictionary<string, int> _lineOfId = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, int> _lineOfName = new(StringComparer.Ordinal);
        private readonly int[] _lineStarts = LineStarts(text);

        public string DeckId { get; } = Anchor(
            markers.Where(marker => marker.Kind == DeckMarkerKind.Id).Select(marker => marker.Name).FirstOrDefault(name => Anchor(name).Length > 0)
            ?? Path.GetFileNameWithoutExtension(fileName));

        public string Title { get; } = SectionPrefix().Replace(
            markers.Where(marker => marker.Kind == DeckMarkerKind.Section && marker.Name.Length > 0).Select(marker => marker.Name).FirstOrDefault()
            ?? Path.GetFileNameWithoutExtension(fileName), "");

        public List<Card> ReadCards()
        {
            string? section = null;
            for (var i = 0; i < markers.Count; i++)
            {
                if (markers[i].Kind == DeckMarkerKind.Section)
                {
                    section = markers[i].Name.Length > 0 ? markers[i].Name : section;
                }
                else if (markers[i].Kind == DeckMarkerKind.Card)
                {
                    ReadCard(i, section);
                }
            }

            // Only now are all numbers of the deck known.
            foreach (var (at, label, names) in _confusedWith)
            {
                _cards[at] = _cards[at] with { ConfusedWith = ConfusedWith(_cards[at].Id, label, names) };
            }

            return _cards;
        }

        private void ReadCard(int at, string? section)
        {
            var end = at + 1;
            while (end < markers.Count && markers[end].Kind is not (DeckMarkerKind.Card or DeckMarkerKind.Section))
            {
                end++;
            }

            var line = LineOf(markers[at].Start);
            var name = markers[at].Name;
            var numbered = NumberedTitle().Match(name);
            var title = (numbered.Success ? numbered.Groups["title"].Value : name).Trim();
            var anchor = Anchor(title);
            var digits = numbered.Groups["number"].Value;
            if (anchor.Length == 0)
            {
                Problem(line, true, $"{(digits.Length > 0 ? $"card {digits}" : "A card")} has no name", "Write its number and name into the heading, as in \"## 161. Softmax\".");
                return;
            }

            if (digits.Length > MostDigits)
            {
                Problem(line, true, $"card \"{title}\" has the number {digits}, which is too large", $"Give it one of at most {MostDigits.ToString(CultureInfo.InvariantCulture)} digits.");
                return;
            }

            var id = numbered.Success ? CardId.Numbered(DeckId, int.Parse(digits, CultureInfo.InvariantCulture)) : CardId.Anchored(DeckId, anchor);
            var label = id.Number is { } number ? $"card {number.ToString(CultureInfo.InvariantCulture)}" : $"card \"{title}\"";
            var parts = new CardParts(text, markers, at, end);
            foreach (var (twice, where) in parts.Duplicates)
            {
                Problem(LineOf(where), false, $"{label} has \"{twice}\" twice; the first is used and the other shown as an extra", "Join them under one heading.");
            }

            foreach (var (empty, where) in parts.Empty)
            {
                Problem(LineOf(where), false, $"{label} has the heading \"{empty}\" without a text", "Write the text below it, or remove the heading.");
            }

            if (parts.Stray is { } stray)
            {
                Problem(LineOf(stray), false, $"{label} has a text that belongs to no heading and is not shown", "Put it under \"**Definition**\" or a heading of its own.");
            }

            if (parts.Definition is null)
            {
                Problem(line, true, $"{label} has no Definition", "Add a line \"🟩 **Definition**\" and the text below it.");
                return;
            }

            if (_lineOfId.TryGetValue(id.Local, out var other))
            {
                Problem(line, true, $"{label} has the {(id.Number is null ? "name" : "number")} of the card in line {other.ToString(CultureInfo.InvariantCulture)}", id.Number is null ? "Give it another name, or both of them numbers." : "Give it a number of its own.");
                return;
            }

            if (!_lineOfName.TryAdd(anchor, line))
            {
                Problem(line, false, $"{label} has the name of the card in line {_lineOfName[anchor].ToString(CultureInfo.InvariantCulture)}, so people cannot tell them apart", "Give one of them another name.");
            }

            _lineOfId.Add(id.Local, line);
            _cards.Add(new Card(id, title, parts.Question, parts.Definition, parts.HowItWorks, parts.QuickTip, parts.Aliases, section, line)
            {
                Extras = parts.Extras,
            });
            if (parts.ConfusedWith.Count > 0)
            {
                _confusedWith.Add((_cards.Count - 1, label, parts.ConfusedWith));
            }
        }

        /// <summary>Says which blocks have swallowed what follows them, or may have.</summary>
        public void Report(List<SuspectBlock> suspects)
        {
            foreach (var block in suspects)
            {
                if (block.HasEnd)
                {
                    Problem(LineOf(block.Heading), false, $"This looks like the heading of a card, but stands inside the \"{block.Fence}\" of line {LineOf(block.Start).ToString(CultureInfo.InvariantCulture)} and is not read", "If it is a card, end that block above it; if it is an example, indent it by a space.");
                }
                else
                {
                    Problem(LineOf(block.Start), false, $"\"{block.Fence}\" has no end, so all up to the next card is taken as it stands", $"Write \"{(block.Fence == "<!--" ? "-->" : block.Fence)}\" on a line of its own where it ends.");
                }
            }
        }

        /// <summary>The numbers of other cards of the deck; what is none is a problem and left out.</summary>
        private List<int> ConfusedWith(CardId card, string label, IReadOnlyList<(string Name, int Where)> names)
        {
            var numbers = new List<int>();
            foreach (var (name, where) in names)
            {
                if (!int.TryParse(name.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    || CardId.Numbered(card.Deck, number) is var other && (other == card || !_lineOfId.ContainsKey(other.Local)))
                {
                    Problem(LineOf(where), false, $"{label} is confused with \"{name}\", which is not the number of another card of this deck", "Write numbers as they stand in the headings, as in \"Confused with: 176\".");
                }
                else if (!numbers.Contains(number))
                {
                    numbers.Add(number);
                }
            }

            return numbers;
        }

        private void Problem(int line, bool isError, string what, string remedy) =>
            problems.Add(new DeckProblem(fileName, line, isError, what, remedy));

        private int LineOf(int position)
        {
            var found = Array.BinarySearch(_lineStarts, position);
            return found >= 0 ? found + 1 : ~found;
        }

        private static int[] LineStarts(string text)
        {
            var starts = new List<int> { 0 };
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '\n')
                {
                    starts.Add(i + 1);
                }
            }

            return [.. starts];
        }

        private static string Anchor(string title) => NoLetters().Replace(title.ToLowerInvariant(), "-").Trim('-');
    }
}
