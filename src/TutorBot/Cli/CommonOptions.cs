using System.CommandLine;
using TutorBot.Core.Cards;

namespace TutorBot.Cli;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Decks() => new("--decks") { Description = "A folder of decks instead of the configured one", HelpName = "DIR" };

    public static Option<string?> Deck() => new("--deck") { Description = "Only this deck", HelpName = "NAME" };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON and nothing else" };

    /// <exception cref="UsageException">There is no such deck.</exception>
    public static void RequireDeck(LibrarySnapshot library, string? deck)
    {
        if (deck is not null && library.FindDeck(deck) is null)
        {
            throw new UsageException($"There is no deck \"{deck}\". Decks: {string.Join(", ", library.Decks.Select(known => known.Id))}.");
        }
    }
}
