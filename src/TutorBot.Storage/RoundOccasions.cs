using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>The closed daily rounds of groups, as streaks, seasons and scores between groups see them.</summary>
internal static class RoundOccasions
{
    /// <summary>
    /// Those that closed since an instant. By the close that stands with the group: asked for the round's own, SQLite goes through
    /// the closed rounds of all groups.
    /// </summary>
    public static IQueryable<RoundRow> Closed(TutorDatabase context, GroupId group, DateTimeOffset from, DateTimeOffset until) => context.RoundGroups
        .Where(served => served.GroupId == group.Value && served.ClosesAt >= from && served.ClosesAt < until)
        .Join(context.Rounds, served => served.RoundId, row => row.Id, (served, row) => row)
        .Where(row => row.State == RoundState.Closed && row.Kind == RoundKind.Daily);

    /// <summary>Those of one person.</summary>
    public static async Task<IReadOnlyList<Occasion>> OfAsync(
        TutorDatabase context, GroupId group, PersonId person, DateTimeOffset since, CancellationToken token) => await Closed(context, group, since, DateTimeOffset.MaxValue)
            .OrderBy(row => row.ClosesAt).ThenBy(row => row.Id)
            .Select(row => new Occasion(
                row.ClosesAt,
                context.Answers.Any(answer => answer.RoundId == row.Id && answer.PersonId == person.Value && answer.Choice != null),
                row.IsOutage || context.Aways.Any(away => away.PersonId == person.Value && away.FirstDay <= row.Day && away.LastDay >= row.Day))
            {
                Round = new RoundId(row.Id),
                IsOutage = row.IsOutage,
            })
            .ToListAsync(token).ConfigureAwait(false);

    /// <summary>Those of all members, each since the instant of joining.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Occasion>>> OfAllAsync(
        TutorDatabase context, GroupId group, IReadOnlyCollection<Member> members, CancellationToken token)
    {
        var closed = Closed(context, group, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        var rounds = await closed.OrderBy(row => row.ClosesAt).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Day, row.ClosesAt, row.IsOutage }).ToListAsync(token).ConfigureAwait(false);
        var answered = rounds.ToDictionary(round => round.Id, _ => new HashSet<long>(members.Count));
        await foreach (var answer in closed.Join(context.Answers, row => row.Id, answer => answer.RoundId, (row, answer) => answer)
            .Where(answer => answer.Choice != null)
            .Select(answer => new { answer.RoundId, answer.PersonId })
            .AsAsyncEnumerable().WithCancellation(token).ConfigureAwait(false))
        {
            // A round that closed since the first query is not there: the next board has it.
            if (answered.TryGetValue(answer.RoundId, out var people))
            {
                people.Add(answer.PersonId);
            }
        }

        var aways = (await context.Aways
                .Where(away => context.Members.Any(member => member.GroupId == group.Value && member.PersonId == away.PersonId))
                .ToListAsync(token).ConfigureAwait(false))
            .ToLookup(away => away.PersonId);
        return members.ToDictionary(
            member => member.Person,
            member => (IReadOnlyList<Occasion>)[.. rounds.Where(round => round.ClosesAt >= member.JoinedAt).Select(round => new Occasion(
                round.ClosesAt,
                answered[round.Id].Contains(member.Person.Value),
                round.IsOutage || aways[member.Person.Value].Any(away => away.FirstDay <= round.Day && away.LastDay >= round.Day))
            {
                Round = new RoundId(round.Id),
                IsOutage = round.IsOutage,
            })]);
    }
}
