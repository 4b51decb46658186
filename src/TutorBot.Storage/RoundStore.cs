using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Rounds, posts and answers in the database. What closes, regrades and voids stands in <see cref="RoundSettlement"/>.</summary>
public sealed class RoundStore(Database database) : IRounds
{
    private readonly RoundClicks _clicks = new(database);

    /// <inheritdoc/>
    public Task<bool> TryOpenAsync(Round round, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var row = round.ToRow();
        return database.WriteAsync(
            async (context, token) =>
            {
                if (await context.Rounds.AnyAsync(other => other.Occasion == row.Occasion, token).ConfigureAwait(false)
                    || (round.Kind != RoundKind.Practice && await context.SkippedDates.AnyAsync(
                        skipped => skipped.ScheduleId == row.ScheduleId && skipped.Day == row.Day, token).ConfigureAwait(false)))
                {
                    return false;
                }

                context.Rounds.Add(round.ToRow());
                context.RoundGroups.AddRange(round.Groups.Select(group => new RoundGroupRow
                {
                    RoundId = row.Id,
                    GroupId = group.Value,
                    ClosesAt = round.ClosesAt,
                }));
                context.Posts.AddRange(posts.Select(RoundRows.ToRow));
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Round?> FindAsync(RoundId id, CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => FindAsync(context, id, token), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Round>> OpenAsync(ScheduleId? schedule, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => RoundsAsync(
            context,
            schedule is { } id
                ? context.Rounds.Where(row => row.State == RoundState.Open && row.ScheduleId == id.Value)
                : context.Rounds.Where(row => row.State == RoundState.Open),
            token),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Round>> OpenOfGroupsAsync(IReadOnlyCollection<GroupId> groups, CancellationToken cancellationToken)
    {
        var ids = groups.Select(group => group.Value).ToArray();
        return database.ReadAsync(
            (context, token) => RoundsAsync(
                context,
                context.Rounds.Where(row => row.State == RoundState.Open
                    && context.RoundGroups.Any(served => served.RoundId == row.Id && ids.Contains(served.GroupId))),
                token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Round>> LastAsync(ScheduleId schedule, int count, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => RoundsAsync(
            context,
            context.Rounds.Where(row => row.ScheduleId == schedule.Value).OrderByDescending(row => row.OpensAt).ThenByDescending(row => row.Number).Take(count),
            token),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Round>> LastOfGroupAsync(GroupId group, int count, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => RoundsAsync(
            context,
            context.RoundGroups.Where(served => served.GroupId == group.Value)
                .Join(context.Rounds, served => served.RoundId, row => row.Id, (served, row) => row)
                .Where(row => row.State != RoundState.Void && row.Kind != RoundKind.Throwback)
                .OrderByDescending(row => row.OpensAt).ThenByDescending(row => row.Number).Take(count),
            token),
        cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FirstCloseAsync(GroupId group, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => RoundOccasions.Closed(context, group, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue)
            .OrderBy(row => row.ClosesAt).Select(row => (DateTimeOffset?)row.ClosesAt).FirstOrDefaultAsync(token),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Post>> PostsAsync(RoundId round, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Post>>(
        async (context, token) => [.. (await context.Posts.Where(row => row.RoundId == round.Value).OrderBy(row => row.DueAt)
            .ToListAsync(token).ConfigureAwait(false)).Select(RoundRows.ToPost)],
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Post>> UnfinishedAsync(DateTimeOffset now, DateTimeOffset countsBefore, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Post>>(
            async (context, token) => [.. (await context.Posts
                .Where(row => (row.State == PostState.Waiting && row.DueAt <= now)
                    || row.State == PostState.Behind
                    || (row.State == PostState.Shown && row.ShownAt <= countsBefore
                        && row.ShownCount != context.Answers.Count(answer => answer.RoundId == row.RoundId && answer.Choice != null)))
                // Results go before new posts and counters.
                .OrderByDescending(row => row.State == PostState.Behind).ThenBy(row => row.DueAt)
                .ToListAsync(token).ConfigureAwait(false)).Select(RoundRows.ToPost)],
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryClaimAsync(Post post, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        return database.WriteAsync(
            async (context, token) => await Of(context, post)
                .Where(row => row.State == post.State && (row.ClaimedUntil == null || row.ClaimedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, until), token).ConfigureAwait(false) == 1,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task SavePostAsync(Post post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        var row = post.ToRow();
        return database.WriteAsync(
            (context, token) => Of(context, post)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(old => old.MessageId, row.MessageId)
                        // A round may close or be regraded while it is being shown: then what is shown is behind already.
                        .SetProperty(
                            old => old.State,
                            old => (row.State == PostState.Shown || row.State == PostState.Final) && old.Revision != row.Revision ? PostState.Behind : row.State)
                        .SetProperty(old => old.ShownCount, row.ShownCount)
                        .SetProperty(old => old.ShownAt, row.ShownAt)
                        .SetProperty(old => old.IsRevealed, row.IsRevealed)
                        .SetProperty(old => old.ClaimedUntil, (DateTimeOffset?)null),
                    token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ClickResult> ClickAsync(RoundId round, PersonId person, Click click, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        return _clicks.KeepAsync(round, person, click, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Answer?> AnswerAsync(RoundId round, PersonId person, CancellationToken cancellationToken) => database.ReadAsync(
        async (context, token) => (await context.Answers.FirstOrDefaultAsync(
            row => row.RoundId == round.Value && row.PersonId == person.Value, token).ConfigureAwait(false))?.ToAnswer(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<int?> PointsAsync(RoundId round, PersonId person, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => context.Ledger.Where(row => row.RoundId == round.Value && row.PersonId == person.Value)
            .GroupBy(row => row.GroupId).Select(rows => (int?)rows.Sum(row => row.Points)).FirstOrDefaultAsync(token),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(Round Round, Answer Answer)>> AnsweredAsync(PersonId person, int count, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(Round, Answer)>>(
            async (context, token) =>
            {
                var answers = await context.Answers.Where(answer => answer.PersonId == person.Value && answer.Choice != null)
                    .Join(context.Rounds.Where(row => row.State == RoundState.Closed), answer => answer.RoundId, row => row.Id, (answer, row) => new { answer, row })
                    .OrderByDescending(pair => pair.row.ClosesAt).Take(count)
                    .Select(pair => pair.answer).ToListAsync(token).ConfigureAwait(false);
                var ids = answers.ConvertAll(answer => answer.RoundId);
                var rounds = (await RoundsAsync(context, context.Rounds.Where(row => ids.Contains(row.Id)), token).ConfigureAwait(false)).ToDictionary(round => round.Id.Value);
                return answers.ConvertAll(answer => (rounds[answer.RoundId], answer.ToAnswer()));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Answer>> AnswersAsync(RoundId round, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Answer>>(
        async (context, token) => [.. (await context.Answers.Where(row => row.RoundId == round.Value)
            .ToListAsync(token).ConfigureAwait(false)).Select(RoundRows.ToAnswer)],
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> NamedAsync(RoundId round, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<string>>(
        async (context, token) => await context.Named.Where(row => row.RoundId == round.Value)
            .Join(context.People.Where(person => person.Visibility == Visibility.Public), row => row.PersonId, person => person.Id, (row, person) => person.Name)
            .OrderBy(name => name).ToListAsync(token).ConfigureAwait(false),
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(RoundId round, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => context.Answers.CountAsync(row => row.RoundId == round.Value && row.Choice != null, token),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyCollection<PersonId>> RegularsAsync(
        IReadOnlyCollection<GroupId> groups, int rounds, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ids = groups.Select(group => group.Value).ToArray();
        return database.ReadAsync<IReadOnlyCollection<PersonId>>(
            async (context, token) =>
            {
                var people = new HashSet<long>();
                foreach (var id in ids)
                {
                    var last = await context.RoundGroups.Where(served => served.GroupId == id)
                        .Join(context.Rounds, served => served.RoundId, row => row.Id, (served, row) => row)
                        .Where(row => row.State != RoundState.Void && row.Kind == RoundKind.Daily && row.OpensAt < before)
                        .OrderByDescending(row => row.OpensAt).Take(rounds)
                        .Select(row => new { row.Id, row.OpensAt })
                        .ToListAsync(token).ConfigureAwait(false);
                    var lastIds = last.ConvertAll(row => row.Id);
                    // A group with fewer rounds has had all its members since.
                    var since = last.Count < rounds ? DateTimeOffset.MinValue : last[^1].OpensAt;
                    people.UnionWith(await context.Answers
                        .Where(answer => lastIds.Contains(answer.RoundId) && answer.Choice != null)
                        .Join(context.Members.Where(member => member.GroupId == id && member.State == MemberState.Active), answer => answer.PersonId, member => member.PersonId, (answer, member) => answer.PersonId)
                        .ToListAsync(token).ConfigureAwait(false));
                    people.UnionWith(await context.Members
                        .Where(member => member.GroupId == id && member.State == MemberState.Active && member.JoinedAt >= since && member.JoinedAt < before)
                        .Select(member => member.PersonId).ToListAsync(token).ConfigureAwait(false));
                }

                return [.. people.Select(person => new PersonId(person))];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Round?> CloseAsync(RoundId round, DateTimeOffset now, Func<ClosingRound, Settlement> settle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settle);
        return database.WriteAsync((context, token) => RoundSettlement.CloseAsync(context, round, settle, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Round?> RegradeAsync(RoundId round, IReadOnlyList<int> rightOptions, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync((context, token) => RoundSettlement.RegradeAsync(context, round, rightOptions, now, token), cancellationToken);

    /// <inheritdoc/>
    public Task<Round?> VoidAsync(RoundId round, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync((context, token) => RoundSettlement.VoidAsync(context, round, now, token), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Occasion>> OccasionsAsync(GroupId group, PersonId person, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => RoundOccasions.OfAsync(context, group, person, since, token), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Occasion>>> OccasionsAsync(
        GroupId group, IReadOnlyCollection<Member> members, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return database.ReadAsync((context, token) => RoundOccasions.OfAllAsync(context, group, members, token), cancellationToken);
    }

    internal static async Task<Round?> FindAsync(TutorDatabase context, RoundId id, CancellationToken token) =>
        await RoundsAsync(context, context.Rounds.Where(row => row.Id == id.Value), token).ConfigureAwait(false) is [var round] ? round : null;

    /// <summary>The round's row, held until the end of the transaction: a close waits for clicks, clicks wait for a close.</summary>
    internal static async Task<RoundRow?> LockAsync(TutorDatabase context, RoundId id, bool isShared, CancellationToken token)
    {
        if (!context.Database.IsNpgsql())
        {
            // A writing transaction of SQLite is alone from its start.
            return await context.Rounds.FirstOrDefaultAsync(row => row.Id == id.Value, token).ConfigureAwait(false);
        }

        return isShared
            ? await context.Rounds.FromSql($"SELECT * FROM rounds WHERE id = {id.Value} FOR SHARE").FirstOrDefaultAsync(token).ConfigureAwait(false)
            : await context.Rounds.FromSql($"SELECT * FROM rounds WHERE id = {id.Value} FOR UPDATE").FirstOrDefaultAsync(token).ConfigureAwait(false);
    }

    private static IQueryable<PostRow> Of(TutorDatabase context, Post post) => context.Posts.Where(row => row.RoundId == post.Round.Value
        && row.Platform == post.Channel.Platform && row.Workspace == post.Channel.Workspace && row.Channel == post.Channel.Id);

    private static async Task<IReadOnlyList<Round>> RoundsAsync(TutorDatabase context, IQueryable<RoundRow> query, CancellationToken token)
    {
        var rows = await query
            .Select(row => new { Row = row, Groups = context.RoundGroups.Where(served => served.RoundId == row.Id).OrderBy(served => served.GroupId).Select(served => served.GroupId).ToList() })
            .ToListAsync(token).ConfigureAwait(false);
        return rows.ConvertAll(found => found.Row.ToRound(found.Groups.ConvertAll(group => new GroupId(group))));
    }
}
