using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace TutorBot.Core.Cards;

/// <summary>
/// A name of a card that survives edits of its text: the deck's id with the card's number, or with an anchor made of its
/// title where it has no number. In JSON it is its text.
/// </summary>
[JsonConverter(typeof(CardIdJson))]
public sealed record CardId
{
    private CardId(string deck, int? number, string? anchor)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deck);
        Deck = deck;
        Number = number;
        Anchor = anchor;
    }

    /// <summary>The id of the deck.</summary>
    public string Deck { get; }

    /// <summary>The card's number in its heading (<c>## 161. Softmax</c>), or null where it has an anchor instead.</summary>
    public int? Number { get; }

    /// <summary>The lower-case, hyphenated title, or null where the card has a number.</summary>
    public string? Anchor { get; }

    /// <summary>The id of a numbered card.</summary>
    public static CardId Numbered(string deck, int number) => new(deck, number, null);

    /// <summary>The id of a card without a number.</summary>
    public static CardId Anchored(string deck, string anchor)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(anchor);
        return new CardId(deck, null, anchor);
    }

    /// <summary>Reads what <see cref="ToString"/> writes; digits alone after the <c>#</c> are a number.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="id">The id, or null where the text is none.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out CardId? id)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var (deck, local) = hash < 0 ? ("", "") : (text[..hash], text[(hash + 1)..]);
        id = string.IsNullOrWhiteSpace(deck) || string.IsNullOrWhiteSpace(local) ? null
            : int.TryParse(local, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Numbered(deck, number)
            : Anchored(deck, local);
        return id is not null;
    }

    /// <summary>The number or the anchor: what follows the <c>#</c>.</summary>
    public string Local => Number?.ToString(CultureInfo.InvariantCulture) ?? Anchor ?? "";

    /// <summary><c>deep-learning#161</c>.</summary>
    public override string ToString() => $"{Deck}#{Local}";
}
