namespace TutorBot.Core.Cards;

/// <summary>Finds cards by what people call them: id, number, name. Built once per snapshot.</summary>
public sealed class CardLookup
{
    /// <summary>A lookup over these decks.</summary>
    public CardLookup(LibrarySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
    }

    /// <summary>The cards with this number, in deck order; several where decks share numbers; may be empty.</summary>
    public IReadOnlyList<Card> ByNumber(int number) => throw new NotSupportedException();

    /// <summary>
    /// The cards that bear this name as compared by <see cref="CardNames.Joined"/>, also with a plural s or es on either
    /// side, in deck order; may be empty.
    /// </summary>
    public IReadOnlyList<Card> ByName(string name) => throw new NotSupportedException();

    /// <summary>
    /// The card or cards meant by what somebody typed into <c>/card</c>: an exact id (<c>deep-learning#161</c>), a number
    /// (<c>161</c>, <c>#161</c>), or a name; may be empty.
    /// </summary>
    public IReadOnlyList<Card> Resolve(string term) => throw new NotSupportedException();

    /// <summary>
    /// Cards for autocomplete, best first: a number or a name that starts with what was typed, then a name with a word
    /// that starts so, then one that holds it; nothing typed: the first cards.
    /// </summary>
    public IReadOnlyList<Card> Complete(string typed, int limit) => throw new NotSupportedException();
}
