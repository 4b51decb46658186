using TutorBot.Core.Groups;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Knows until when a round's key may be corrected: awards that were announced are not taken back.</summary>
public sealed class SeasonEnd(IGroups groups, IRounds rounds)
{
    /// <summary>When the last season that a round counts in ends; null while none of its groups has a first round closed.</summary>
    public async Task<DateTimeOffset?> OfAsync(Round round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
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
