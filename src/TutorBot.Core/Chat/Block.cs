namespace TutorBot.Core.Chat;

/// <summary>
/// A piece of a reply: what is shown, never how. Each platform renders every case; a guard test holds them to it.
/// </summary>
public abstract record Block;

/// <summary>A title line.</summary>
/// <param name="Text">One line.</param>
public sealed record Heading(MarkdownText Text) : Block;

/// <summary>Running text; may hold several paragraphs, lists, tables and code of a card's author.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tone">How loud it is.</param>
public sealed record Paragraph(MarkdownText Text, Tone Tone = Tone.Normal) : Block;

/// <summary>Named values, one below the other or side by side where there is room (two cards of a comparison).</summary>
/// <param name="Items">The values, in order.</param>
/// <param name="SideBySide">Whether they are to be read against each other.</param>
public sealed record Fields(IReadOnlyList<Field> Items, bool SideBySide = false) : Block;

/// <summary>One named value.</summary>
/// <param name="Name">Its name, one line.</param>
/// <param name="Value">The value.</param>
public sealed record Field(MarkdownText Name, MarkdownText Value);

/// <summary>
/// Things that the reader can do next. Up to five are shown as buttons, more as a menu, where the platform has menus.
/// </summary>
/// <param name="Prompt">What the choice is about, for the menu's label and for screen readers; plain text, one line.</param>
/// <param name="Buttons">The choices, the most likely first.</param>
public sealed record Choices(string Prompt, IReadOnlyList<Button> Buttons) : Block;
