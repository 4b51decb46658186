namespace TutorBot.Core.Cards;

/// <summary>
/// Reads a folder of decks again and again: a file that cannot be read any more keeps its last good version, and a file
/// that was renamed keeps its deck's id. Not for concurrent callers.
/// </summary>
/// <param name="path">The folder; every <c>*.md</c> in it is a deck.</param>
public sealed class DeckFolder(string path)
{
    private const double MostlyTheSame = 0.5;

    private readonly Dictionary<string, (string Id, Deck Deck)> _lastGood = new(StringComparer.Ordinal);

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>The decks as they are now, in the order of their files' names, with every problem of every file.</summary>
    public LibrarySnapshot Load()
    {
        var problems = new List<DeckProblem>();
        var files = Files(problems);
        var decks = new List<Deck>();
        var read = files.Select(file => (Name: System.IO.Path.GetFileName(file), Parsed: Read(file))).ToList();
        var vanished = _lastGood.Keys.Except(read.Select(file => file.Name)).ToList();
        foreach (var (name, parsed) in read)
        {
            problems.AddRange(parsed.Problems);
            if (parsed.Deck is { } deck)
            {
                var id = _lastGood.TryGetValue(name, out var before) && !HasOwnId(deck) ? before.Id : RenamedFrom(deck, vanished) ?? deck.Id;
                deck = WithId(deck, id);
                _lastGood[name] = (deck.Id, deck);
                decks.Add(deck);
            }
            else if (_lastGood.TryGetValue(name, out var kept))
            {
                problems.Add(new DeckProblem(name, 0, false, "Its last good version stays in use", "Mend the problems above, or delete the file."));
                decks.Add(kept.Deck);
            }
        }

        foreach (var name in vanished)
        {
            _lastGood.Remove(name);
        }

        return new LibrarySnapshot(WithoutClashes(decks, problems), problems);
    }

    private List<string> Files(List<DeckProblem> problems)
    {
        if (!Directory.Exists(Path))
        {
            problems.Add(new DeckProblem(Path, 0, true, "The decks folder does not exist", "Create it, or set Decks:Folder to another."));
            return [];
        }

        List<string> files;
        try
        {
            files = [.. Directory.EnumerateFiles(Path, "*.md").Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new DeckProblem(Path, 0, true, "The decks folder cannot be read", "Give the program's user the right to, or set Decks:Folder to another."));
            return [];
        }

        if (files.Count == 0)
        {
            problems.Add(new DeckProblem(Path, 0, false, "The decks folder holds no *.md file", "Put a deck into it, or set Decks:Folder to another."));
        }

        return files;
    }

    /// <summary>Reads one file; a file that is just being written or locked is a problem, not an exception.</summary>
    public static ParsedDeck Read(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        try
        {
            return new FileInfo(file).Length > MarkdownDeckFormat.GreatestSize
                ? new ParsedDeck(null, [new DeckProblem(name, 0, true, "The file is larger than 32 MB", "Split it into several decks.")])
                : MarkdownDeckFormat.Parse(name, File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ParsedDeck(null, [new DeckProblem(name, 0, true, "The file cannot be read", "Check that it exists and that its rights allow reading it.")]);
        }
    }

    /// <summary>Whether the file has an <c>Id:</c> line: then its name says nothing.</summary>
    private static bool HasOwnId(Deck deck) =>
        !string.Equals(deck.Id, System.IO.Path.GetFileNameWithoutExtension(deck.FileName), StringComparison.OrdinalIgnoreCase);

    /// <summary>The id of a vanished file with the same numbers and mostly the same text, or null.</summary>
    private string? RenamedFrom(Deck deck, List<string> vanished)
    {
        if (HasOwnId(deck))
        {
            return null;
        }

        foreach (var name in vanished)
        {
            var (id, old) = _lastGood[name];
            var texts = old.Cards.ToDictionary(card => card.Id.Local, card => card.Definition, StringComparer.OrdinalIgnoreCase);
            var same = deck.Cards.Count(card => texts.GetValueOrDefault(card.Id.Local) == card.Definition);
            if (deck.Cards.Count == old.Cards.Count && same >= MostlyTheSame * old.Cards.Count
                && deck.Cards.All(card => texts.ContainsKey(card.Id.Local)))
            {
                return id;
            }
        }

        return null;
    }

    private static Deck WithId(Deck deck, string id) => id == deck.Id ? deck : new Deck(
        id,
        deck.Title,
        [.. deck.Cards.Select(card => card with
        {
            Id = card.Id.Number is { } number ? CardId.Numbered(id, number) : CardId.Anchored(id, card.Id.Anchor ?? ""),
        })],
        deck.FileName);

    private static List<Deck> WithoutClashes(List<Deck> decks, List<DeckProblem> problems)
    {
        var kept = new List<Deck>();
        foreach (var deck in decks)
        {
            var sameId = kept.FirstOrDefault(other => string.Equals(other.Id, deck.Id, StringComparison.OrdinalIgnoreCase));
            var sameTitle = kept.FirstOrDefault(other => string.Equals(other.Title, deck.Title, StringComparison.OrdinalIgnoreCase));
            if (sameId is not null)
            {
                problems.Add(new DeckProblem(deck.FileName, 0, true, $"Its id \"{deck.Id}\" is that of {sameId.FileName}, so this deck is not used", "Give one of them another \"Id:\" line."));
                continue;
            }

            if (sameTitle is not null)
            {
                problems.Add(new DeckProblem(deck.FileName, 0, false, $"Its name \"{deck.Title}\" is that of {sameTitle.FileName}, so people cannot tell them apart", "Change the first heading of one of them."));
            }

            kept.Add(deck);
        }

        return kept;
    }
}
