namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Something that a person does with an open round.</summary>
/// <param name="At">When, by the platform's clock (Discord: the interaction's id; Slack: <c>action_ts</c>; else receipt).</param>
/// <param name="Event">The platform's id of the event, the same when it is delivered again.</param>
/// <param name="Choice">The option chosen, or null: it stays.</param>
/// <param name="Stake">How sure, or null: it stays, or starts at *Think so* with another choice.</param>
/// <param name="Removed">The wrong option that a hint took away, or null: no hint asked for.</param>
/// <param name="IsLookUp">Whether the card in question was looked up.</param>
public sealed record Click(
    DateTimeOffset At, string Event, int? Choice = null, Stake? Stake = null, int? Removed = null, bool IsLookUp = false)
{
    /// <summary>
    /// The answer after this click, where no later one was applied before (<see cref="Answer.Of"/>). The same choice again changes nothing and keeps its time; another starts again at
    /// *Think so*; an event older than the last one that counted, or delivered again, changes nothing.
    /// </summary>
    public Answer ApplyTo(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (At < answer.At || (At == answer.At && string.CompareOrdinal(Event, answer.Event) <= 0))
        {
            return answer;
        }

        var changed = answer;
        if (IsLookUp)
        {
            // What was chosen before stands as it is.
            changed = answer.Choice is null ? changed with { IsHinted = true } : changed;
        }

        if (Removed is { } removed && answer.Removed is null)
        {
            changed = changed with { IsHinted = true, Removed = removed };
        }

        if (Choice is { } choice && choice != answer.Choice)
        {
            changed = changed with { Choice = choice, Stake = Rounds.Stake.ThinkSo, ChosenAt = At };
        }

        if (Stake is { } stake && changed.Choice is not null)
        {
            changed = changed with { Stake = stake };
        }

        return changed == answer ? answer : changed with { At = At, Event = Event };
    }
}
