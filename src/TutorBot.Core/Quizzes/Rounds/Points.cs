namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What an answer is worth.</summary>
public static class Points
{
    /// <summary>
    /// The points of one answer. With belief p, *Guess* is worth 10 + 6p, *Think so* 6 + 14p and *Sure* 22p, so honesty
    /// is the best policy; a hint ends the stake: 14 or 8. A throwback is worth half, practice nothing.
    /// </summary>
    /// <param name="kind">What the round counts for.</param>
    /// <param name="stake">How sure the person was.</param>
    /// <param name="isHinted">Whether a hint was taken, or the card looked up first.</param>
    /// <param name="isRight">Whether the choice is right.</param>
    public static int Of(RoundKind kind, Stake stake, bool isHinted, bool isRight)
    {
        var full = (isHinted, stake, isRight) switch
        {
            (true, _, true) => 14,
            (true, _, false) => 8,
            (_, Stake.Guess, true) => 16,
            (_, Stake.Guess, false) => 10,
            (_, Stake.ThinkSo, true) => 20,
            (_, Stake.ThinkSo, false) => 6,
            (_, Stake.Sure, true) => 22,
            _ => 0,
        };
        return kind switch
        {
            RoundKind.Daily => full,
            RoundKind.Throwback => full / 2,
            _ => 0,
        };
    }
}
