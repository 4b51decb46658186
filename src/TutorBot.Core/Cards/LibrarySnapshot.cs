namespace TutorBot.Core.Cards;

/// <summary>All decks at one moment, and what is wrong with their files. Immutable: a reload makes another.</summary>
public sealed class LibrarySnapshot
{
    private readonly Dictionary<string, Card> _byId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A snapshot of these decks.</summary>
    /// <param name="decks">Decks with different ids, in the order in which people see them.</param>
    /// <param name="problems">Every problem of every file, in file and line order.</param>
    public LibrarySnapshot(IReadOnlyList<Deck> decks, IReadOnlyList<DeckProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(decks);
        ArgumentNullException.ThrowIfNull(problems);
        Decks = decks;
        Problems = problems;
        Cards = [.. decks.SelectMany(deck => deck.Cards)];
        foreach (var card in Cards)
        {
            _byId.TryAdd(card.Id.ToString(), card);
        }
    }

    /// <summary>No decks at all.</summary>
    public static LibrarySnapshot Empty { get; } = new([], []);

    /// <summary>The decks.</summary>
    public IReadOnlyList<Deck> Decks { get; }

    /// <summary>Every problem of every file.</summary>
    public IReadOnlyList<DeckProblem> Problems { get; }

    /// <summary>The cards of all decks, deck by deck in file order.</summary>
    public IReadOnlyList<Card> Cards { get; }

    /// <summary>Finds cards by number and name.</summary>
    public CardLookup Lookup => field ??= new CardLookup(this);

    /// <summary>The card of this id, or null where there is none (any more).</summary>
    public Card? Find(CardId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Find(id.ToString());
    }

    /// <summary>The card whose id reads so (<c>deep-learning#161</c>, any case), or null.</summary>
    public Card? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The deck of this id (any case), or null.</summary>
    public Deck? FindDeck(string id) =>
        Decks.FirstOrDefault(deck => string.Equals(deck.Id, id, StringComparison.OrdinalIgnoreCase));
}
