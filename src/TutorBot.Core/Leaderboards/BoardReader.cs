using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Leaderboards;

/// <summary>Reads boards: sums of the ledger over the weeks of a group.</summary>
public sealed class BoardReader(IGroups groups, ILedger ledger, IRounds rounds)
{
    /// <summary>The group's calendar.</summary>
    public async Task<GroupCalendar> CalendarAsync(GroupId group, CancellationToken cancellationToken) =>
        new(await groups.ZonesAsync(group, cancellationToken).ConfigureAwait(false));

    /// <summary>The bounds of a period.</summary>
    public async Task<(DateTimeOffset From, DateTimeOffset Until)> BoundsAsync(GroupId group, Period period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calendar = await CalendarAsync(group, cancellationToken).ConfigureAwait(false);
        var week = calendar.WeekAt(now);
        switch (period)
        {
            case Period.ThisWeek:
                return (week.From, week.To);
            case Period.LastWeek:
                var last = calendar.WeekOf(week.Monday.AddDays(-7));
                return (last.From, last.To);
            case Period.Season:
                var season = await SeasonAsync(group, calendar, week, cancellationToken).ConfigureAwait(false);
                return (calendar.WeekOf(season).From, calendar.WeekOf(season.AddDays(7 * (Season.Weeks - 1))).To);
            default:
                return (DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        }
    }

    /// <summary>What each active member is ranked by; of people without an answer in the period only those with a streak.</summary>
    public async Task<IReadOnlyList<(PersonId Person, double Value)>> ValuesAsync(
        GroupId group, IReadOnlyList<Member> active, Period period, Board board, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(active);
        var listed = active.Select(member => member.Person).ToHashSet();
        if (board == Board.Streak)
        {
            var occasions = await rounds.OccasionsAsync(group, active, cancellationToken).ConfigureAwait(false);
            return [.. active.Select(member => (member.Person, Length: (double)Streak.Of(occasions[member.Person]).Length)).Where(streak => streak.Length > 0)];
        }

        if (board == Board.Points && period == Period.Season)
        {
            return [.. (await SeasonPointsAsync(group, listed, now, cancellationToken).ConfigureAwait(false)).Select(points => (points.Key, (double)points.Value))];
        }

        var (from, until) = await BoundsAsync(group, period, now, cancellationToken).ConfigureAwait(false);
        var totals = await ledger.TotalsAsync(group, from, until, cancellationToken).ConfigureAwait(false);
        return [.. totals.Where(total => total.Answered > 0 && listed.Contains(total.Person))
            .Select(total => (total.Person, board == Board.Growth ? Math.Round(total.Growth, 2) : total.Points))];
    }

    /// <summary>A member's streak in a group.</summary>
    public async Task<Streak> StreakAsync(GroupId group, Member member, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Streak.Of(await rounds.OccasionsAsync(group, member.Person, member.JoinedAt, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The groups of a server or workspace against each other.</summary>
    public async Task<IReadOnlyList<GroupScore>> GroupsAsync(IEnumerable<Group> shown, Period period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var scores = new List<GroupScore>();
        foreach (var group in shown)
        {
            var members = (await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false)).Count(member => member.State == MemberState.Active);
            if (members < GroupScore.LeastMembers)
            {
                continue;
            }

            var (from, until) = await BoundsAsync(group.Id, period, now, cancellationToken).ConfigureAwait(false);
            var totals = await ledger.TotalsAsync(group.Id, from, until, cancellationToken).ConfigureAwait(false);
            var count = await ledger.RoundsAsync(group.Id, from, until, cancellationToken).ConfigureAwait(false);
            scores.Add(new GroupScore(group, totals.Sum(total => total.Points), members, count));
        }

        return scores;
    }

    private async Task<IReadOnlyDictionary<PersonId, int>> SeasonPointsAsync(
        GroupId group, HashSet<PersonId> listed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calendar = await CalendarAsync(group, cancellationToken).ConfigureAwait(false);
        var monday = await SeasonAsync(group, calendar, calendar.WeekAt(now), cancellationToken).ConfigureAwait(false);
        var weeks = new List<IReadOnlyDictionary<PersonId, int>>();
        for (var i = 0; i < Season.Weeks; i++)
        {
            var week = calendar.WeekOf(monday.AddDays(7 * i));
            var totals = await ledger.TotalsAsync(group, week.From, week.To, cancellationToken).ConfigureAwait(false);
            weeks.Add(League.OfWeek(totals.Where(total => listed.Contains(total.Person))));
        }

        return League.OfSeason(weeks);
    }

    private async Task<DateOnly> SeasonAsync(GroupId group, GroupCalendar calendar, Week week, CancellationToken cancellationToken)
    {
        var first = await rounds.FirstCloseAsync(group, cancellationToken).ConfigureAwait(false);
        return Season.StartOf(first is { } close ? calendar.WeekAt(close).Monday : week.Monday, week.Monday);
    }
}
