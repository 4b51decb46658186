namespace TutorBot.Core.Retrieval.Evaluation;

/// <summary>Fitted weights and what they are worth.</summary>
/// <param name="Weights">Fitted on all questions.</param>
/// <param name="CrossValidated">
/// The quality on questions that the weights of their fold had not seen. Comparisons are left out: their sides are
/// ranked apart.
/// </param>
public sealed record FittedWeights(RankingWeights Weights, EvaluationReport CrossValidated);
