using System.Text.Json.Serialization;

namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>How good band <see cref="Band.Suggest"/> is.</summary>
/// <param name="Coverage">Share of answerable questions in it.</param>
/// <param name="RecallAt3">Share of its answerable questions with a right card among the first three; null where there are none.</param>
public sealed record SuggestQuality(double? Coverage, [property: JsonPropertyName("recallAt3")] double? RecallAt3);
