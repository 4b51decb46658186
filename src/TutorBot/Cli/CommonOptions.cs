using System.CommandLine;
using TutorBot.Core.Cards;
using TutorBot.Settings;

namespace TutorBot.Cli;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Decks() => new("--decks") { Description = "A folder of decks instead of the configured one", HelpName = "DIR" };

    public static Option<string?> Deck() => new("--deck") { Description = "Only this deck", HelpName = "NAME" };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON and nothing else" };

    /// <exception cref="SettingsException">There is no deck that can be used.</exception>
    public static void RequireDecks(LibrarySnapshot library)
    {
        if (library.Decks.Count == 0)
        {
            throw new SettingsException([.. library.Problems.Select(problem => problem.ToString())]);
        }
    }

    /// <exception cref="UsageException">There is no such deck.</exception>
    public static void RequireDeck(LibrarySnapshot library, string? deck)
    {
        if (deck is not null && library.FindDeck(deck) is null)
        {
            throw new UsageException($"There is no deck \"{deck}\". Decks: {string.Join(", ", library.Decks.Select(known => known.Id))}.");
        }
    }
}
