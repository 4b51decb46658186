using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Telling;

/// <summary>Something that a person is told without having asked.</summary>
/// <param name="Nonce">Names it, so that it is not sent twice.</param>
/// <param name="Text">In plain words, complete without the buttons.</param>
public sealed record Notice(string Nonce, string Text)
{
    /// <summary>What can be done at once, or null.</summary>
    public Choices? Choices { get; init; }

    /// <summary>The person whose name it says, or null: with their data it is erased.</summary>
    public PersonId? About { get; init; }

    /// <summary>The message.</summary>
    public IReadOnlyList<Block> Blocks => Choices is null ? [new Paragraph(MarkdownText.Plain(Text))] : [new Paragraph(MarkdownText.Plain(Text)), Choices];
}
