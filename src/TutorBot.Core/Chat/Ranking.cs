namespace TutorBot.Core.Chat;

/// <summary>A ranking with text bars.</summary>
/// <param name="Caption">What is ranked; plain text, one line.</param>
/// <param name="Rows">From the first place on; a gap between ranks is shown as one.</param>
public sealed record Ranking(string Caption, IReadOnlyList<RankingRow> Rows) : Block;
