namespace TutorBot.Core.Chat;

/// <summary>What is shown in answer to a <see cref="Request"/>.</summary>
/// <param name="Blocks">From top to bottom; never empty.</param>
/// <param name="Audience">Who sees it: that of the command.</param>
public sealed record Reply(IReadOnlyList<Block> Blocks, Audience Audience = Audience.Asker)
{
    /// <summary>
    /// Whether it takes the place of the private message whose button brought it, so that a panel shows what it has become
    /// instead of standing there twice. After anything else it is a message of its own.
    /// </summary>
    public bool Replaces { get; init; }

    /// <summary>What a button carries to show the same again, so that a platform with short messages can show it in parts; null: nothing does.</summary>
    public Command? Again { get; init; }

    /// <summary>What a button carries to show whole what this is about; null: nothing does.</summary>
    public Command? Whole { get; init; }

    /// <summary>A reply of one line of the tutor's own words.</summary>
    public static Reply Say(string text) => new([new Paragraph(MarkdownText.Plain(text))]);
}
