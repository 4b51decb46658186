namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>
/// Daily rounds answered in a row, right or wrong. It counts occasions, not calendar days: weekends, zones and outages
/// cannot break it.
/// </summary>
/// <param name="Length">Answered since the last break.</param>
/// <param name="Longest">The longest so far.</param>
/// <param name="Freezes">Missed rounds that it survives: one is earned for every 7 answered, at most 2 are held.</param>
/// <param name="Answered">All answered: what earns freezes.</param>
public sealed record Streak(int Length, int Longest, int Freezes, int Answered)
{
    /// <summary>Answers for one freeze.</summary>
    public const int AnswersPerFreeze = 7;

    /// <summary>The most freezes held.</summary>
    public const int MostFreezes = 2;

    /// <summary>Nothing answered yet.</summary>
    public static Streak None => new(0, 0, 0, 0);

    /// <summary>How many more answers earn the next freeze; null where no more are held.</summary>
    public int? ToNextFreeze => Freezes >= MostFreezes ? null : AnswersPerFreeze - Answered % AnswersPerFreeze;

    /// <summary>The streak after one more closed round.</summary>
    public Streak After(Occasion occasion)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        if (occasion.IsAnswered)
        {
            var earned = (Answered + 1) % AnswersPerFreeze == 0 ? 1 : 0;
            return new Streak(Length + 1, Math.Max(Longest, Length + 1), Math.Min(Freezes + earned, MostFreezes), Answered + 1);
        }

        return occasion.IsExcused ? this
            : Freezes > 0 ? this with { Freezes = Freezes - 1 }
            : this with { Length = 0 };
    }

    /// <summary>The streak of all rounds since a person joined.</summary>
    /// <param name="occasions">In the order of their closes.</param>
    public static Streak Of(IEnumerable<Occasion> occasions) => occasions.Aggregate(None, (streak, occasion) => streak.After(occasion));
}
