namespace TutorBot.Core.Retrieval;

/// <summary>The two sides of a comparison, as words of the question.</summary>
/// <param name="First">The side named first.</param>
/// <param name="Second">The other.</param>
/// <param name="IsCertain">
/// Whether the wording leaves no doubt that two things are compared ("difference between"). "A or B" is a comparison
/// only if both sides are found.
/// </param>
/// <param name="Whole">All that is compared, where there may be more than two; null: the two sides.</param>
public sealed record ComparisonSides(string First, string Second, bool IsCertain, string? Whole = null);
