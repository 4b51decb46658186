namespace TutorBot.Core.Cards;

/// <summary>One Markdown file of cards.</summary>
/// <param name="Id">Its <c>Id:</c> line, else the file's name without <c>.md</c>, in lower case.</param>
/// <param name="Title">What people read: the first heading without a leading "Section 4:".</param>
/// <param name="Cards">The cards in file order; never empty.</param>
/// <param name="FileName">The file it came from, without its folder.</param>
public sealed record Deck(string Id, string Title, IReadOnlyList<Card> Cards, string FileName)
{
    /// <summary>The sections in file order, each with the number of its cards; cards outside any are not counted.</summary>
    public IReadOnlyList<DeckSection> Sections => field ??= [.. Cards
        .Where(card => card.Section is not null)
        .GroupBy(card => card.Section ?? "", StringComparer.Ordinal)
        .Select(group => new DeckSection(group.Key, group.Count()))];
}
