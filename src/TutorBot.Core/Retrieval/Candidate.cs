namespace TutorBot.Core.Retrieval;

/// <summary>A card that may be the answer, with what speaks for it.</summary>
/// <param name="Row">Its place in the <see cref="CardIndex"/>.</param>
/// <param name="Features">How it fits.</param>
/// <param name="LeastMatchedWord">See <see cref="ConfidenceFeatures"/>.</param>
internal readonly record struct Candidate(int Row, RankingFeatures Features, float LeastMatchedWord);
