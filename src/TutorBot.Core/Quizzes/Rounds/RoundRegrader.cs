using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Corrects keys of rounds until their season ends: awards that were announced are not taken back.</summary>
public sealed class RoundRegrader(IGroups groups, IRounds rounds, TimeProvider time)
{
    /// <summary>Gives a round another key; everyone is paid the better of both results. Says what became of it.</summary>
    /// <returns>Whether the round has the new key, and what to say.</returns>
    public async Task<(bool IsDone, Reply Reply)> RegradeAsync(Round round, IReadOnlyList<int> options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var now = time.GetUtcNow();
        if (await SeasonEndAsync(round, cancellationToken).ConfigureAwait(false) is { } end && end <= now)
        {
            return (false, Reply.Say($"The season of #{round.Number} is over, and its awards stand: a key is corrected until its season ends. Nothing was changed."));
        }

        return await rounds.RegradeAsync(round.Id, options, now, cancellationToken).ConfigureAwait(false) is { } regraded
            ? (true, Reply.Say($"#{round.Number}: right is now {string.Join(" and ", regraded.RightOptions.Select(Round.Letter))}. "
                + (regraded.State == RoundState.Open ? "It is still open and closes by this key." : "Everyone is paid the better of both results; boards and reveal are corrected.")))
            : (false, Reply.Say("This round was taken back; there is nothing to regrade."));
    }

    /// <summary>When the last season that a round counts in ends; null while none of its groups has a first round closed.</summary>
    private async Task<DateTimeOffset?> SeasonEndAsync(Round round, CancellationToken cancellationToken)
    {
        DateTimeOffset? last = null;
        foreach (var group in round.Groups)
        {
            var zones = await groups.ZonesAsync(group, cancellationToken).ConfigureAwait(false);
            if (zones.Count > 0 && await rounds.FirstCloseAsync(group, cancellationToken).ConfigureAwait(false) is { } first)
            {
                var calendar = new GroupCalendar(zones);
                var start = Season.StartOf(calendar.WeekAt(first).Monday, calendar.WeekAt(round.ClosesAt).Monday);
                var end = calendar.WeekOf(start.AddDays(7 * (Season.Weeks - 1))).To;
                last = last is { } other && other > end ? other : end;
            }
        }

        return last;
    }
}
