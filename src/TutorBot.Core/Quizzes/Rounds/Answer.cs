using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>What a person did with a round: at most one per person and round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Person">The person.</param>
/// <param name="Choice">The index of the chosen option, or null: only a hint was taken so far.</param>
/// <param name="Stake">How sure; of no meaning once hinted.</param>
/// <param name="IsHinted">Whether a hint was taken or the card looked up before choosing: 14 or 8 points.</param>
/// <param name="Removed">The wrong option that the hint took away, or null.</param>
/// <param name="At">The event time of the last change, by the platform's clock.</param>
/// <param name="Event">The platform's id of that event: decides between two of the same time.</param>
/// <param name="ChosenAt">The event time of the last change of <paramref name="Choice"/>; null without one.</param>
public sealed record Answer(
    RoundId Round,
    PersonId Person,
    int? Choice,
    Stake Stake,
    bool IsHinted,
    int? Removed,
    DateTimeOffset At,
    string Event,
    DateTimeOffset? ChosenAt)
{
    /// <summary>Nothing done yet.</summary>
    public static Answer None(RoundId round, PersonId person) =>
        new(round, person, null, Stake.ThinkSo, false, null, DateTimeOffset.MinValue, "", null);

    /// <summary>
    /// What a person's clicks come to: they count in the order of their event times, in whatever order and however often
    /// they were delivered.
    /// </summary>
    public static Answer Of(RoundId round, PersonId person, IEnumerable<Click> clicks)
    {
        ArgumentNullException.ThrowIfNull(clicks);
        return clicks.OrderBy(click => click.At).ThenBy(click => click.Event, StringComparer.Ordinal)
            .Aggregate(None(round, person), (answer, click) => click.ApplyTo(answer));
    }
}
