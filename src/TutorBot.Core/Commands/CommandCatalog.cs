namespace TutorBot.Core.Commands;

/// <summary>Every command there is, once.</summary>
public static class CommandCatalog
{
    /// <summary>The commands in the order of <c>/help</c>.</summary>
    public static IReadOnlyList<CommandInfo> All { get; } =
    [
        new("ask", "Ask a question; the answer is a card, word for word", "Ask", "/ask what is dropout",
            [new("question", "What you want to know", CommandOptionKind.Text, true, [])]),
        new("card", "Show a card with everything on it", "Ask", "/card softmax",
            [new("term", "The card's name or number", CommandOptionKind.Card, true, [])]),
        new("compare", "Set two cards side by side", "Ask", "/compare LSTM GRU",
            [
                new("a", "One card", CommandOptionKind.Card, true, []),
                new("b", "The other card", CommandOptionKind.Card, true, []),
            ]),
        new("decks", "List the decks with their sizes and sections", "Ask", "/decks", []),
        new("deck lint", "List the problems in the decks' files, with line and remedy", "Run a group", "/deck lint", []),
        new("help", "Show what you can do here", "Ask", "/help", []),
    ];
}
