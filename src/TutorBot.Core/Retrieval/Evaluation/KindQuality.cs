using System.Text.Json.Serialization;

namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>Quality on one kind of question.</summary>
/// <param name="Questions">How many.</param>
/// <param name="RecallAt1">Share of the answerable ones whose first card is right; null where there are none.</param>
/// <param name="FalseAnswerRate">Share of the unanswerable ones that were answered; left out where there are none.</param>
public sealed record KindQuality(
    int Questions,
    [property: JsonPropertyName("recallAt1")] double? RecallAt1,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? FalseAnswerRate);
