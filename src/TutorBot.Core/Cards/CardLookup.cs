using System.Globalization;

namespace TutorBot.Core.Cards;

/// <summary>Finds cards by what people call them: id, number, name. Built once per snapshot.</summary>
public sealed class CardLookup
{
    private const int LongestName = 256;

    private readonly LibrarySnapshot _snapshot;
    private readonly ILookup<int, Card> _byNumber;
    private readonly Dictionary<string, List<Card>> _byName = new(StringComparer.Ordinal);

    /// <summary>A lookup over these decks.</summary>
    public CardLookup(LibrarySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _snapshot = snapshot;
        _byNumber = snapshot.Cards.Where(card => card.Id.Number is not null).ToLookup(card => card.Id.Number ?? 0);
        foreach (var card in snapshot.Cards)
        {
            foreach (var name in card.Names)
            {
                Add(CardNames.Joined(name), card);
            }
        }
    }

    /// <summary>The cards with this number, in deck order; several where decks share numbers; may be empty.</summary>
    public IReadOnlyList<Card> ByNumber(int number) => [.. _byNumber[number]];

    /// <summary>
    /// The cards that bear this name as compared by <see cref="CardNames.Joined"/>, also with a plural s or es on either
    /// side, in deck order; may be empty. A card of exactly this name hides those of its plural.
    /// </summary>
    public IReadOnlyList<Card> ByName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var joined = CardNames.Joined(name);
        if (joined.Length == 0)
        {
            return [];
        }

        if (_byName.TryGetValue(joined, out var exact))
        {
            return exact;
        }

        return (joined.EndsWith('s') ? Find(joined.AsSpan(..^1), "") : null)
            ?? (joined.EndsWith("es", StringComparison.Ordinal) ? Find(joined.AsSpan(..^2), "") : null)
            ?? (joined.EndsWith("ies", StringComparison.Ordinal) ? Find(joined.AsSpan(..^3), "y") : null)
            ?? Find(joined, "s")
            ?? Find(joined, "es")
            ?? [];
    }

    private List<Card>? Find(ReadOnlySpan<char> start, ReadOnlySpan<char> ending)
    {
        // Every question is compared with the names in many ways: on the stack, and nobody types the plural of a longer name.
        Span<char> name = stackalloc char[LongestName];
        if (start.Length + ending.Length > LongestName)
        {
            return null;
        }

        start.CopyTo(name);
        ending.CopyTo(name[start.Length..]);
        return _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[..(start.Length + ending.Length)], out var cards) ? cards : null;
    }

    /// <summary>
    /// The card or cards meant by what somebody typed into <c>/card</c>: an exact id (<c>deep-learning#161</c>), a number
    /// (<c>161</c>, <c>#161</c>), or a name; may be empty.
    /// </summary>
    public IReadOnlyList<Card> Resolve(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        var trimmed = term.Trim();
        if (_snapshot.Find(trimmed) is { } card)
        {
            return [card];
        }

        return int.TryParse(trimmed.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && _byNumber.Contains(number)
                ? ByNumber(number)
                : ByName(trimmed);
    }

    /// <summary>
    /// Cards for autocomplete, best first: a number or a name that starts with what was typed, then a name with a word
    /// that starts so, then one that holds it; nothing typed: the first cards.
    /// </summary>
    public IReadOnlyList<Card> Complete(string typed, int limit)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Trim().TrimStart('#');
        return text.Length == 0
            ? [.. _snapshot.Cards.Take(limit)]
            : [.. _snapshot.Cards
                .Select(card => (Card: card, Rank: Rank(card, text)))
                .Where(ranked => ranked.Rank < int.MaxValue)
                .OrderBy(ranked => ranked.Rank)
                .Take(limit)
                .Select(ranked => ranked.Card)];
    }

    private static int Rank(Card card, string typed)
    {
        if (card.Id.Local.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var best = int.MaxValue;
        foreach (var name in card.Names)
        {
            var found = name.IndexOf(typed, StringComparison.OrdinalIgnoreCase);
            best = Math.Min(best, found switch
            {
                < 0 => int.MaxValue,
                0 => 1,
                _ when !char.IsLetterOrDigit(name[found - 1]) => 2,
                _ => 3,
            });
        }

        return best;
    }

    private void Add(string name, Card card)
    {
        if (name.Length == 0)
        {
            return;
        }

        if (!_byName.TryGetValue(name, out var cards))
        {
            _byName.Add(name, cards = []);
        }

        if (!cards.Contains(card))
        {
            cards.Add(card);
        }
    }
}
