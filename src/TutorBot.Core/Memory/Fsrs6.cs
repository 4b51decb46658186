using System.Collections.Immutable;

namespace TutorBot.Core.Memory;

/// <summary>
/// The memory model FSRS-6 with its published default parameters, as pure functions: a state, the days since, a rating → the
/// next state. Source: open-spaced-repetition, "The Algorithm", section FSRS-6
/// (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm), and its implementation ts-fsrs 5
/// (https://github.com/open-spaced-repetition/ts-fsrs), with short-term learning on and fuzz off.
/// </summary>
/// <remarks>
/// Every intermediate result is rounded to eight decimals where ts-fsrs rounds it. So whole histories agree with it, not
/// single steps alone, and states agree between machines whose <c>pow</c> differs in the last bit.
/// <para>In the formulas: <c>S</c> stability in days, <c>D</c> difficulty, <c>R</c> recall, <c>t</c> elapsed days, <c>G</c>
/// rating 1 to 4, <c>w</c> <see cref="Parameters"/>, <c>'</c> the next state.</para>
/// </remarks>
public static class Fsrs6
{
    /// <summary>The longest interval, in days.</summary>
    public const int LongestInterval = 36500;

    /// <summary>The least stability after a first review, in days.</summary>
    private const double LeastFirstStability = 0.1;

    /// <summary>
    /// The 21 default parameters w0 to w20 of FSRS-6, as open-spaced-repetition publishes them: w0–w3 first stability of each
    /// rating, w4–w7 difficulty, w8–w10, w15, w16 success, w11–w14 forgetting, w17–w19 the same day, w20 decay.
    /// </summary>
    public static ImmutableArray<double> Parameters { get; } =
    [
        0.212, 1.2931, 2.3065, 8.2956,
        6.4133, 0.8334, 3.0194, 0.001,
        1.8722, 0.1666, 0.796,
        1.4835, 0.0614, 0.2629, 1.6483,
        0.6014, 1.8729,
        0.5425, 0.0912, 0.0658,
        0.1542,
    ];

    private static readonly double Decay = -Parameters[20];

    /// <summary>Chosen so that recall is 0.9 after <c>S</c> days: <c>0.9^(1/decay) − 1</c>.</summary>
    private static readonly double Factor = Round(Math.Exp(Math.Log(0.9) / Decay) - 1);

    /// <summary>The state after a review.</summary>
    /// <param name="state">The state after the review before it, or null for the first review.</param>
    /// <param name="elapsedDays">
    /// The days since that review, 0 or more; 0 is another review on the same day, for which a formula of its own holds. What
    /// a day is, and that only whole ones count, decides <see cref="MemoryHistory"/>; without a state it changes nothing.
    /// </param>
    /// <param name="rating">How well the card was recalled.</param>
    /// <remarks>
    /// First: <c>S = max(w[G−1], 0.1)</c>, <c>D = D0(G) = w4 − e^((G−1)·w5) + 1</c>, held in 1 to 10.
    /// Later: <c>D' = w7·D0(4) + (1 − w7)·(D − w6·(G − 3)·(10 − D)/9)</c>, held in 1 to 10; for <c>S'</c> see the private methods.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The days are negative or not finite, or the rating is none of the four.</exception>
    public static MemoryState Next(MemoryState? state, double elapsedDays, Rating rating)
    {
        ThrowIfNoElapsedDays(elapsedDays);
        if (rating is < Rating.Again or > Rating.Easy)
        {
            throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is Again, Hard, Good or Easy.");
        }

        if (state is null)
        {
            return new MemoryState(Math.Max(Parameters[(int)rating - 1], LeastFirstStability), HoldDifficulty(FirstDifficulty(rating)));
        }

        var stability = elapsedDays == 0 ? SameDayStability(state.Stability, rating)
            : rating == Rating.Again ? ForgottenStability(state, Recall(state, elapsedDays))
            : RecalledStability(state, Recall(state, elapsedDays), rating);
        return new MemoryState(stability, NextDifficulty(state.Difficulty, rating));
    }

    /// <summary>
    /// The probability that a person recalls a card: the forgetting curve <c>R = (1 + factor·t/S)^decay</c> with
    /// <c>decay = −w20</c> and <c>factor = 0.9^(1/decay) − 1</c>.
    /// </summary>
    /// <param name="state">The state after the last review.</param>
    /// <param name="elapsedDays">The days since, 0 or more; parts of days count.</param>
    /// <returns>0 to 1, to eight decimals: 1 at once, 0.9 after <see cref="MemoryState.Stability"/> days, never rising.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The days are negative or not finite.</exception>
    public static double Recall(MemoryState state, double elapsedDays)
    {
        ArgumentNullException.ThrowIfNull(state);
        ThrowIfNoElapsedDays(elapsedDays);
        return Round(Math.Pow(1 + (Factor * elapsedDays / state.Stability), Decay));
    }

    /// <summary>
    /// The whole days after which recall has fallen to what is desired: <c>S·(r^(1/decay) − 1)/factor</c>, rounded to the
    /// nearest (a half up), without fuzz.
    /// </summary>
    /// <param name="stability">In days, in the range of <see cref="MemoryState.Stability"/>.</param>
    /// <param name="desiredRetention">The desired recall, above 0 and at most 1; by default people are asked again at 0.9.</param>
    /// <returns>1 to <see cref="LongestInterval"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static int NextInterval(double stability, double desiredRetention)
    {
        if (!(stability >= MemoryState.LeastStability && stability <= MemoryState.GreatestStability))
        {
            throw new ArgumentOutOfRangeException(nameof(stability), stability, "A stability is 0.001 to 36500 days.");
        }

        if (!(desiredRetention > 0 && desiredRetention <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(desiredRetention), desiredRetention, "A desired retention is above 0 and at most 1.");
        }

        var intervalPerStability = Round((Math.Pow(desiredRetention, 1 / Decay) - 1) / Factor);
        return (int)Math.Clamp(Math.Floor((stability * intervalPerStability) + 0.5), 1, LongestInterval);
    }

    /// <summary><c>S' = S·S^(−w19)·e^(w17·(G − 3 + w18))</c>; only <see cref="Rating.Again"/> may lower it.</summary>
    private static double SameDayStability(double stability, Rating rating)
    {
        var increase = Math.Pow(stability, -Parameters[19]) * Math.Exp(Parameters[17] * ((int)rating - 3 + Parameters[18]));
        return RoundStability(stability * (rating == Rating.Again ? increase : Math.Max(increase, 1)));
    }

    /// <summary>
    /// <c>S' = S·(1 + e^w8·(11 − D)·S^(−w9)·(e^(w10·(1 − R)) − 1))</c>, the growth times w15 for <see cref="Rating.Hard"/> and
    /// times w16 for <see cref="Rating.Easy"/>.
    /// </summary>
    private static double RecalledStability(MemoryState state, double recall, Rating rating)
    {
        var ratingFactor = rating switch { Rating.Hard => Parameters[15], Rating.Easy => Parameters[16], _ => 1 };
        var growth = Math.Exp(Parameters[8]) * (11 - state.Difficulty) * Math.Pow(state.Stability, -Parameters[9])
            * (Math.Exp((1 - recall) * Parameters[10]) - 1) * ratingFactor;
        return RoundStability(state.Stability * (1 + growth));
    }

    /// <summary><c>S' = min(w11·D^(−w12)·((S + 1)^w13 − 1)·e^(w14·(1 − R)), S/e^(w17·w18))</c>.</summary>
    private static double ForgottenStability(MemoryState state, double recall)
    {
        var forgotten = RoundStability(Parameters[11] * Math.Pow(state.Difficulty, -Parameters[12])
            * (Math.Pow(state.Stability + 1, Parameters[13]) - 1) * Math.Exp((1 - recall) * Parameters[14]));
        return Math.Min(forgotten, RoundStability(state.Stability / Math.Exp(Parameters[17] * Parameters[18])));
    }

    private static double NextDifficulty(double difficulty, Rating rating)
    {
        var damped = Round(-Parameters[6] * ((int)rating - 3) * (10 - difficulty) / 9);
        return HoldDifficulty(Round((Parameters[7] * FirstDifficulty(Rating.Easy)) + ((1 - Parameters[7]) * (difficulty + damped))));
    }

    /// <summary><c>D0(G)</c>, not yet held in 1 to 10.</summary>
    private static double FirstDifficulty(Rating rating) => Round(Parameters[4] - Math.Exp(((int)rating - 1) * Parameters[5]) + 1);

    private static double HoldDifficulty(double difficulty) =>
        Math.Clamp(difficulty, MemoryState.LeastDifficulty, MemoryState.GreatestDifficulty);

    private static double RoundStability(double stability) =>
        Round(Math.Clamp(stability, MemoryState.LeastStability, MemoryState.GreatestStability));

    /// <summary>To eight decimals, a half up, as JavaScript's <c>Math.round</c> does and .NET's does not.</summary>
    private static double Round(double number) => Math.Floor((number * 1e8) + 0.5) / 1e8;

    private static void ThrowIfNoElapsedDays(double elapsedDays)
    {
        if (!(elapsedDays >= 0 && double.IsFinite(elapsedDays)))
        {
            throw new ArgumentOutOfRangeException(nameof(elapsedDays), elapsedDays, "Elapsed days are 0 or more.");
        }
    }
}
