using TutorBot.Core.Cards;

namespace TutorBot.Core.Commands;

/// <summary>Autocomplete for slash commands and for the cards in them, from the catalog and the decks.</summary>
public static class CommandCompletion
{
    /// <summary>The ways to go on, best first, at most <paramref name="limit"/>; empty for a line without a slash.</summary>
    public static IReadOnlyList<Completion> Complete(string line, LibrarySnapshot library, int limit) =>
        throw new NotSupportedException();
}
