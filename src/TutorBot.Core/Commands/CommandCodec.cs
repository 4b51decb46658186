using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Welcome;

namespace TutorBot.Core.Commands;

/// <summary>
/// Writes the command of a button into the id that travels through a platform, and reads it back:
/// <c>name|argument|…</c>, a card as its id.
/// </summary>
public static class CommandCodec
{
    /// <summary>Discord's limit on <c>custom_id</c>, in characters.</summary>
    public const int GreatestLength = 100;

    private const char Separator = '|';

    /// <summary>Room for a card's id where a command carries two.</summary>
    private const int GreatestCardId = 44;

    /// <summary>At most 100 characters (Discord's limit on <c>custom_id</c>), ids and choices only.</summary>
    /// <exception cref="ArgumentException">The command holds free text, or more than two cards: no button carries it.</exception>
    public static string Encode(Command command) => command switch
    {
        ShowCard show => $"card|{Card(show.Card)}",
        ShowRelated related => $"related|{Card(related.Card)}",
        CompareCards compare => $"compare|{Card(compare.First)}|{Card(compare.Second)}",
        ShareAnswer { Cards.Count: 1 } share => $"share|{(int)share.Intent}|{Card(share.Cards[0])}",
        ShareAnswer { Cards.Count: 2 } share => $"share|{(int)share.Intent}|{Card(share.Cards[0])}|{Card(share.Cards[1])}",
        ListDecks => "decks",
        LintDecks => "lint",
        Help => "help",
        TryQuestion => "try",
        _ => StudyCodec.Encode(command) ?? throw new ArgumentException("A button carries ids and choices only.", nameof(command)),
    };

    /// <summary>The command, or null where the text is none that this version knows.</summary>
    /// <param name="id">What travelled; may be anything.</param>
    /// <param name="library">Where shortened ids are looked up.</param>
    public static Command? Decode(string id, LibrarySnapshot library)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(library);
        var parts = id.Split(Separator);
        CardId?[] cards = [.. parts.Skip(parts[0] == "share" ? 2 : 1).Select(part => Card(part, library))];
        return (parts[0], cards) switch
        {
            ("card", [{ } card]) => new ShowCard(card),
            ("related", [{ } card]) => new ShowRelated(card),
            ("compare", [{ } first, { } second]) => new CompareCards(first, second),
            ("share", [{ } card]) when AsIntent(parts[1]) is { } intent => new ShareAnswer(intent, [card]),
            ("share", [{ } first, { } second]) when AsIntent(parts[1]) is { } intent => new ShareAnswer(intent, [first, second]),
            ("decks", []) => new ListDecks(),
            ("lint", []) => new LintDecks(),
            ("help", []) => new Help(),
            ("try", []) => new TryQuestion(),
            _ => StudyCodec.Decode(parts),
        };
    }

    private static Intent? AsIntent(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && Enum.IsDefined((Intent)value)
            ? (Intent)value
            : null;

    /// <summary>The card's id; one too long for its place as ~ and the start of its hash.</summary>
    private static string Card(CardId id)
    {
        var text = id.ToString();
        return text.Length <= GreatestCardId && !text.Contains(Separator, StringComparison.Ordinal) && text[0] != '~' ? text : Hash(text);
    }

    private static CardId? Card(string text, LibrarySnapshot library)
    {
        if (text.StartsWith('~'))
        {
            return library.Cards.FirstOrDefault(card => Hash(card.Id.ToString()) == text)?.Id;
        }

        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash <= 0 || hash == text.Length - 1 || string.IsNullOrWhiteSpace(text[..hash]) || string.IsNullOrWhiteSpace(text[(hash + 1)..]))
        {
            return null;
        }

        return int.TryParse(text.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? CardId.Numbered(text[..hash], number)
            : CardId.Anchored(text[..hash], text[(hash + 1)..]);
    }

    private static string Hash(string text) => "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
