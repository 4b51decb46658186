namespace TutorBot.Core.Retrieval;

/// <summary>A row of an index with its score.</summary>
/// <param name="Row">From 0.</param>
/// <param name="Score">The greater the better.</param>
public readonly record struct ScoredRow(int Row, float Score);
