using System.Globalization;
using TutorBot.Core.Chat;

namespace TutorBot.Core.Cards;

/// <summary>Answers <c>/decks</c> and <c>/deck lint</c>.</summary>
public static class DecksHandler
{
    private const int ProblemsShown = 20;

    /// <summary>The decks with their sizes and sections.</summary>
    public static Reply List(LibrarySnapshot library)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (library.Decks.Count == 0)
        {
            return Reply.Say("There are no decks yet. Put a Markdown file of cards into the decks folder.");
        }

        return new Reply([new Fields([.. library.Decks.Select(deck => new Field(MarkdownText.Plain(deck.Title), MarkdownText.Authored(Describe(deck))))])]);
    }

    /// <summary>The problems in the decks' files, each with line and remedy.</summary>
    public static Reply Lint(LibrarySnapshot library)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (library.Problems.Count == 0)
        {
            return Reply.Say("No problems in any deck.");
        }

        var errors = library.Problems.Count(problem => problem.IsError);
        List<Block> blocks =
        [
            new Paragraph(MarkdownText.Plain($"{Counted.Of(errors, "error")}, {Counted.Of(library.Problems.Count - errors, "warning")}:")),
            new Paragraph(MarkdownText.Authored(string.Join('\n', library.Problems.Take(ProblemsShown)
                .Select(problem => $"- {(problem.IsError ? "error" : "warning")}: {MarkdownText.Plain(problem.ToString()).Source}")))),
        ];
        if (library.Problems.Count > ProblemsShown)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"… and {library.Problems.Count - ProblemsShown} more: `tutorbot decks lint` lists all.")), Tone.Quiet));
        }

        return new Reply(blocks);
    }

    private static string Describe(Deck deck)
    {
        var lines = new List<string> { $"{Counted.Of(deck.Cards.Count, "card")} · {MarkdownText.Plain(deck.Id).Source}" };
        lines.AddRange(deck.Sections.Select(section => $"- {MarkdownText.Plain(section.Title).Source}: {Counted.Of(section.CardCount, "card")}"));
        return string.Join('\n', lines.Count > 1 ? [lines[0], "", .. lines.Skip(1)] : lines);
    }
}
