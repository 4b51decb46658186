namespace TutorBot.Core.Chat;

/// <summary>One place of a ranking.</summary>
/// <param name="Rank">The place, from 1; ties share it.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Value">The score as text.</param>
/// <param name="Share">The bar's length, 0 … 1 of the longest.</param>
/// <param name="IsMine">Whether it is the reader's own.</param>
public sealed record RankingRow(int Rank, MarkdownText Name, string Value, double Share, bool IsMine);
