namespace TutorBot.Core.Chat;

/// <summary>A ranking with text bars.</summary>
/// <param name="Caption">What is ranked; plain text, one line.</param>
/// <param name="Rows">From the first place on; a gap between ranks is shown as one.</param>
public sealed record Ranking(string Caption, IReadOnlyList<RankingRow> Rows) : Block;

/// <summary>One place of a ranking.</summary>
/// <param name="Rank">The place, from 1; ties share it.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Value">The score as text.</param>
/// <param name="Share">The bar's length, 0 … 1 of the longest.</param>
/// <param name="IsMine">Whether it is the reader's own.</param>
public sealed record RankingRow(int Rank, MarkdownText Name, string Value, double Share, bool IsMine);

/// <summary>A picture. Where it cannot be shown, its text stands for it.</summary>
/// <param name="Alternative">What it shows, in words.</param>
/// <param name="Svg">An SVG document without scripts or links.</param>
public sealed record Image(string Alternative, string Svg) : Block;
