using TutorBot.Core.Chat;

namespace TutorBot.Core.Quizzes.Practice;

/// <summary>Type the answer to a practice question.</summary>
/// <param name="Id">The question.</param>
/// <param name="Typed">The answer, or null: it is still to be typed.</param>
public sealed record TypePractice(string Id, string? Typed = null) : Command
{
    /// <inheritdoc/>
    public override string? Asks => Typed is null ? "The term" : null;

    /// <inheritdoc/>
    public override Command WithTyped(string typed) => this with { Typed = typed };
}
