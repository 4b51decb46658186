namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Names a round; random, never reused, so that a button of a round that a restore lost names none.</summary>
/// <param name="Value">1 to 40 letters and digits.</param>
public readonly record struct RoundId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
