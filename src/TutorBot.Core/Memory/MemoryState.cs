namespace TutorBot.Core.Memory;

/// <summary>What FSRS knows of one person and one card right after a review.</summary>
public sealed record MemoryState
{
    /// <summary>The least stability, in days.</summary>
    public const double LeastStability = 0.001;

    /// <summary>The greatest stability, in days: a hundred years.</summary>
    public const double GreatestStability = 36500;

    /// <summary>The difficulty of the easiest card.</summary>
    public const double LeastDifficulty = 1;

    /// <summary>The difficulty of the hardest card.</summary>
    public const double GreatestDifficulty = 10;

    /// <summary>A state.</summary>
    /// <param name="stability">In days, <see cref="LeastStability"/> to <see cref="GreatestStability"/>, both included.</param>
    /// <param name="difficulty"><see cref="LeastDifficulty"/> to <see cref="GreatestDifficulty"/>, both included.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or not a number.</exception>
    public MemoryState(double stability, double difficulty)
    {
        // Written so that NaN, which is neither less nor greater, does not pass.
        if (!(stability >= LeastStability && stability <= GreatestStability))
        {
            throw new ArgumentOutOfRangeException(nameof(stability), stability, "A stability is 0.001 to 36500 days.");
        }

        if (!(difficulty >= LeastDifficulty && difficulty <= GreatestDifficulty))
        {
            throw new ArgumentOutOfRangeException(nameof(difficulty), difficulty, "A difficulty is 1 to 10.");
        }

        Stability = stability;
        Difficulty = difficulty;
    }

    /// <summary>The days after which recall has fallen to 0.9.</summary>
    public double Stability { get; }

    /// <summary>How hard the card is for this person: 1 easiest, 10 hardest.</summary>
    public double Difficulty { get; }
}
