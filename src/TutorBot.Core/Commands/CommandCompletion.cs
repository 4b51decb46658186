using TutorBot.Core.Cards;

namespace TutorBot.Core.Commands;

/// <summary>Autocomplete for slash commands and for the cards in them, from the catalog and the decks.</summary>
public static class CommandCompletion
{
    /// <summary>The ways to go on, best first, at most <paramref name="limit"/>; empty for a line without a slash.</summary>
    public static IReadOnlyList<Completion> Complete(string line, LibrarySnapshot library, int limit)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(library);
        var typed = line.TrimStart();
        if (!typed.StartsWith('/'))
        {
            return [];
        }

        var info = CommandCatalog.All
            .OrderByDescending(command => command.Name.Length)
            .FirstOrDefault(command => typed.StartsWith($"/{command.Name} ", StringComparison.OrdinalIgnoreCase));
        return info is null
            ? [.. CommandCatalog.All
                .Where(command => $"/{command.Name}".StartsWith(typed.TrimEnd(), StringComparison.OrdinalIgnoreCase))
                .Take(limit)
                .Select(command => new Completion(
                    command.Options.Count > 0 ? $"/{command.Name} " : $"/{command.Name}", $"/{command.Name}", command.Summary))]
            : Cards(info, typed[(info.Name.Length + 2)..], library, limit);
    }

    private static IReadOnlyList<Completion> Cards(CommandInfo info, string arguments, LibrarySnapshot library, int limit)
    {
        var places = info.Options.Count(option => option.Kind == CommandOptionKind.Card);
        if (places == 0)
        {
            return [];
        }

        // The second card starts after a closed quotation mark, or after the first word.
        var split = places == 1 ? 0 : SecondStart(arguments);
        var (head, typed) = (arguments[..split], arguments[split..].TrimStart('"'));
        return [.. library.Lookup.Complete(typed, limit).Select(card => new Completion(
            $"/{info.Name} {head}{Quoted(card.Title, places > 1)}{(places > 1 && split == 0 ? " " : "")}",
            card.Title,
            $"{card.Id.Local} · {library.FindDeck(card.Id.Deck)?.Title}"))];
    }

    private static int SecondStart(string arguments)
    {
        if (arguments.StartsWith('"'))
        {
            var close = arguments.IndexOf('"', 1);
            return close < 0 || close + 1 >= arguments.Length ? 0 : close + 2;
        }

        return arguments.IndexOf(' ', StringComparison.Ordinal) + 1;
    }

    private static string Quoted(string title, bool isNeeded) =>
        isNeeded && title.Contains(' ', StringComparison.Ordinal) ? $"\"{title}\"" : title;
}
