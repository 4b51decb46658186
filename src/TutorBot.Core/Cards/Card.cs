namespace TutorBot.Core.Cards;

/// <summary>A flashcard. The author's words, untouched; all texts are CommonMark.</summary>
/// <param name="Id">Its lasting name.</param>
/// <param name="Title">The heading without its number.</param>
/// <param name="Question">What the card asks, or null where the author gave no question.</param>
/// <param name="Definition">What the term means. Every card has one.</param>
/// <param name="HowItWorks">How it works, or an example; null where the author gave none.</param>
/// <param name="QuickTip">A line to remember; null where the author gave none.</param>
/// <param name="Aliases">The author's further names, from <c>Aliases:</c> lines; may be empty.</param>
/// <param name="Section">The title of the section it stands in, or null outside any.</param>
/// <param name="Line">The line of its heading in the file, from 1.</param>
public sealed record Card(
    CardId Id,
    string Title,
    string? Question,
    string Definition,
    string? HowItWorks,
    string? QuickTip,
    IReadOnlyList<string> Aliases,
    string? Section,
    int Line)
{
    /// <summary>Further headings of the author (<c>**Formula**</c>), in order; not searched for names, shown by /card.</summary>
    public IReadOnlyList<CardExtra> Extras { get; init; } = [];

    /// <summary>The numbers of the deck's cards that people mix up with this one, from <c>Confused with:</c> lines; may be empty.</summary>
    public IReadOnlyList<int> ConfusedWith { get; init; } = [];

    /// <summary>
    /// Every name of the card: title, title without its parentheses, what stands in parentheses in title and question,
    /// and the aliases; without duplicates, the title first.
    /// </summary>
    public IReadOnlyList<string> Names => field ??= CardNames.Of(this);
}
