using TutorBot.Core.Chat;

namespace TutorBot.Cli;

/// <summary>Renders blocks as plain Markdown: what a person would read.</summary>
internal static class PlainText
{
    /// <summary>The blocks with a blank line between them; buttons as the commands that do the same.</summary>
    public static string Render(IReadOnlyList<Block> blocks) =>
        string.Join("\n\n", blocks.Select(Render).Where(text => text.Length > 0));

    private static string Render(Block block) => block switch
    {
        Heading heading => $"### {heading.Text.Source}",
        Paragraph { Tone: Tone.Quote } quote => $"> {quote.Text.Source}",
        Paragraph paragraph => paragraph.Text.Source,
        Fields fields => string.Join("\n\n", fields.Items.Select(Render)),
        Choices choices => Render(choices),
        Ranking ranking => string.Join('\n', ranking.Rows.Select(row => $"{row.Rank}. {row.Name.Source}: {row.Value}")),
        Attachment file => file.Text,
        Image image => image.Alternative,
        _ => throw new ArgumentException($"No rendering for {block.GetType().Name}.", nameof(block)),
    };

    private static string Render(Field field)
    {
        var name = field.Name.Source;
        return $"{(name.Contains("**", StringComparison.Ordinal) ? name : $"**{name}**")}\n{field.Value.Source}";
    }

    /// <summary>Only what can be typed: the rest of the buttons mean nothing on a command line.</summary>
    private static string Render(Choices choices) =>
        string.Join('\n', choices.Buttons.Where(button => button.Typed is not null).Select(button => $"- {button.Label}: `{button.Typed}`"));
}
