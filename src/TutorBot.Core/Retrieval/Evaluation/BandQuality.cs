namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>How good band <see cref="Band.Answer"/> is.</summary>
/// <param name="Coverage">Share of answerable questions in it.</param>
/// <param name="Precision">Share of all questions in it whose first card is right; null where it is empty.</param>
/// <param name="FalseAnswerRate">Share of unanswerable questions in it; null where there are none.</param>
public sealed record BandQuality(double? Coverage, double? Precision, double? FalseAnswerRate);
