using TutorBot.Core.Quizzes.Questions;

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
        new("daily", "Show your open rounds, or answer the one that closes next", "Play", "/daily B sure",
            [new("answer", "A letter, how sure you are (guess, think so, sure), or hint", CommandOptionKind.Text, false, [])]),
        new("quiz", "Practise: questions for you alone, which score on no board", "Play", "/quiz 3",
            [
                new("deck", "The deck; all without it", CommandOptionKind.Text, false, []),
                new("count", "How many questions, 1 to 10", CommandOptionKind.Text, false, []),
                new("form", "The form of the questions", CommandOptionKind.Choice, false, [.. QuizTypes.All.Select(type => type.Name)]),
                new("answer", "Your typed answer to the question that is open", CommandOptionKind.Text, false, []),
            ]),
        new("leaderboard", "See who leads, from your own row", "Play", "/leaderboard period:season",
            [
                new("group", "The group's name", CommandOptionKind.Text, false, []),
                new("period", "What it covers", CommandOptionKind.Choice, false, ["this week", "last week", "season", "all"]),
                new("board", "What it ranks by", CommandOptionKind.Choice, false, ["points", "growth", "streak", "groups"]),
            ]),
        new("me", "Show your streak, your week, and what is slipping", "Play", "/me", []),
        new("report", "Flag the question that you last saw to its deck's owner", "Play", "/report", []),
        new("timezone", "Set the clocks by which you read times", "Play", "/timezone Kathmandu",
            [new("city", "A city, a country, a zone or an offset", CommandOptionKind.Text, false, [])]),
        new("group list", "List the study groups here", "Run a group", "/group list", []),
        new("group create", "Make a study group and be its captain", "Run a group", "/group create Tuesday readers",
            [new("name", "What to call it; without one it is named after the channel", CommandOptionKind.Text, false, [])]),
        new("group join", "Join a study group", "Run a group", "/group join Tuesday readers",
            [new("name", "The group's name, or a code", CommandOptionKind.Text, true, [])]),
        new("group leave", "Leave a study group", "Run a group", "/group leave", []),
        new("group info", "Show a group and its members", "Run a group", "/group info",
            [new("name", "The group's name", CommandOptionKind.Text, false, [])]),
        new("group set", "Change a group's name, zone, decks or how people join", "Run a group", "/group set join:approve",
            [
                new("name", "Its new name", CommandOptionKind.Text, false, []),
                new("zone", "The city whose clocks its weeks follow", CommandOptionKind.Text, false, []),
                new("decks", "Its decks, with commas, or all", CommandOptionKind.Text, false, []),
                new("join", "How people join", CommandOptionKind.Choice, false, ["open", "approve", "code"]),
            ]),
        new("group remove", "Take a member out of a group", "Run a group", "/group remove Grace",
            [new("person", "The member's name", CommandOptionKind.Text, true, [])]),
        new("group captain add", "Make a member a captain too", "Run a group", "/group captain add Grace",
            [new("person", "The member's name", CommandOptionKind.Text, true, [])]),
        new("group captain remove", "Make a captain a member again", "Run a group", "/group captain remove Grace",
            [new("person", "The captain's name", CommandOptionKind.Text, true, [])]),
        new("group delete", "Delete a group with its schedule and boards", "Run a group", "/group delete", []),
        new("schedule set", "Set the daily quiz: a panel, or values", "Run a group", "/schedule set time:09:30 close:16:30 days:mon-fri",
            [
                new("days", "mon-fri, daily, or mon, wed", CommandOptionKind.Text, false, []),
                new("time", "When it is posted, as 09:30", CommandOptionKind.Text, false, []),
                new("close", "When it closes, as 16:30", CommandOptionKind.Text, false, []),
                new("zone", "The city whose clocks this channel follows", CommandOptionKind.Text, false, []),
            ]),
        new("schedule show", "Show when the quiz is posted, and where", "Run a group", "/schedule show", []),
        new("schedule preview", "Show what a post looks like, and the next three times", "Run a group", "/schedule preview", []),
        new("schedule pause", "Post nothing new until you resume", "Run a group", "/schedule pause", []),
        new("schedule resume", "Start posting, or go on", "Run a group", "/schedule resume", []),
        new("schedule skip", "Leave out the next date", "Run a group", "/schedule skip", []),
        new("schedule now", "Post today's round early, or a practice round", "Run a group", "/schedule now", []),
        new("schedule regrade", "Correct a round's key; everyone is paid the better result", "Run a group", "/schedule regrade 12 B",
            [new("round", "The round's number and the letters that are right", CommandOptionKind.Text, true, [])]),
        new("schedule void", "Take a round back", "Run a group", "/schedule void 12",
            [new("round", "The round's number", CommandOptionKind.Text, true, [])]),
        new("schedule remove", "Remove the daily quiz", "Run a group", "/schedule remove", []),
        new("decks", "List the decks with their sizes and sections", "Ask", "/decks", []),
        new("deck lint", "List the problems in the decks' files, with line and remedy", "Run a group", "/deck lint", []),
        new("deck inbox", "See what was reported, as a deck's owner", "Run a group", "/deck inbox", []),
        new("help", "Show what you can do here", "Ask", "/help", []),
    ];
}
