using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Groups;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Rounds, posts and answers in the database. What closes, regrades and voids stands in <see cref="RoundSettlement"/>.</summary>
public sealed class RoundStore(Database database) : IRounds
{
    private const int MostOpenKept = 500;
    private readonly ConcurrentDictionary<RoundId, Round> _open = new();

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
        (context, token) => context.RoundGroups.Where(served => served.GroupId == group.Value)
            .Join(context.Rounds, served => served.RoundId, row => row.Id, (served, row) => row)
            .Where(row => row.State == RoundState.Closed && row.Kind == RoundKind.Daily)
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
                .OrderBy(row => row.DueAt)
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
    public async Task<ClickResult> ClickAsync(RoundId round, PersonId person, Click click, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        return await database.ReadAsync((context, token) => TryAddAsync(context, round, person, click, token), cancellationToken).ConfigureAwait(false)
            ?? await database.WriteAsync((context, token) => ClickAsync(context, round, person, click, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The first click of a person, which most clicks are: one statement, a transaction of its own, that looks itself whether
    /// the round still takes it. Null where there is an answer already, the click makes none, or the round takes it no more.
    /// </summary>
    private async Task<ClickResult?> TryAddAsync(TutorDatabase context, RoundId id, PersonId who, Click click, CancellationToken token)
    {
        await context.Database.OpenConnectionAsync(token).ConfigureAwait(false);
        var known = await OpenAsync(context, id, token).ConfigureAwait(false);
        var answer = Answer.Of(id, who, [click]);
        if (known is null || !known.Takes(click.At) || answer == Answer.None(id, who))
        {
            return null;
        }

        var (round, person) = (id.Value, who.Value);
        var clicks = ClickLog.Write(answer.Round, answer.Person, [click]);
        var (at, chosenAt) = (answer.At.ToUnixTimeMilliseconds(), answer.ChosenAt?.ToUnixTimeMilliseconds());
        var latest = click.At.ToUnixTimeMilliseconds() - (long)Round.Grace.TotalMilliseconds;
        var (open, stake) = ((int)RoundState.Open, (int)answer.Stake);
        // On PostgreSQL it waits for a close that is on its way, and then sees its result.
        var added = context.Database.IsNpgsql()
            ? context.Database.ExecuteSqlAsync(
                    $"""
                    WITH taking AS (SELECT id FROM rounds WHERE id = {round} AND state = {open} AND closes_at >= {latest} FOR SHARE)
                    INSERT INTO answers (round_id, person_id, choice, stake, is_hinted, removed, "at", "event", chosen_at, clicks)
                    SELECT id, CAST({person} AS BIGINT), CAST({answer.Choice} AS INTEGER), CAST({stake} AS INTEGER), CAST({answer.IsHinted} AS BOOLEAN),
                        CAST({answer.Removed} AS INTEGER), CAST({at} AS BIGINT), {answer.Event}, CAST({chosenAt} AS BIGINT), {clicks}
                    FROM taking
                    ON CONFLICT DO NOTHING
                    """,
                    token)
            : context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO answers (round_id, person_id, choice, stake, is_hinted, removed, "at", "event", chosen_at, clicks)
                    SELECT id, {person}, {answer.Choice}, {stake}, {answer.IsHinted}, {answer.Removed}, {at}, {answer.Event}, {chosenAt}, {clicks}
                    FROM rounds WHERE id = {round} AND state = {open} AND closes_at >= {latest}
                    ON CONFLICT DO NOTHING
                    """,
                    token);
        return await added.ConfigureAwait(false) == 1 ? new ClickResult(ClickOutcome.Stored, known, answer) : null;
    }

    /// <summary>
    /// An open round, read once: hundreds answer it within a minute. Only its key may have been corrected since, which nobody is
    /// told before the close; whether it is still open is asked anew.
    /// </summary>
    private async Task<Round?> OpenAsync(TutorDatabase context, RoundId id, CancellationToken token)
    {
        if (_open.TryGetValue(id, out var known))
        {
            return known;
        }

        var round = await FindAsync(context, id, token).ConfigureAwait(false);
        if (round is { State: RoundState.Open })
        {
            if (_open.Count >= MostOpenKept)
            {
                _open.Clear();
            }

            _open[id] = round;
        }

        return round;
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
                var pairs = await context.Answers.Where(answer => answer.PersonId == person.Value && answer.Choice != null)
                    .Join(context.Rounds.Where(row => row.State == RoundState.Closed), answer => answer.RoundId, row => row.Id, (answer, row) => new { answer, row })
                    .OrderByDescending(pair => pair.row.ClosesAt).Take(count)
                    .ToListAsync(token).ConfigureAwait(false);
                var groups = await GroupsAsync(context, pairs.ConvertAll(pair => pair.row.Id), token).ConfigureAwait(false);
                return pairs.ConvertAll(pair => (pair.row.ToRound([.. groups[pair.row.Id]]), pair.answer.ToAnswer()));
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
        database.ReadAsync<IReadOnlyList<Occasion>>(
            async (context, token) => await context.RoundGroups
                .Where(served => served.GroupId == group.Value)
                .Join(context.Rounds, served => served.RoundId, row => row.Id, (served, row) => row)
                .Where(row => row.State == RoundState.Closed && row.Kind == RoundKind.Daily && row.ClosesAt >= since)
                .OrderBy(row => row.ClosesAt).ThenBy(row => row.Id)
                .Select(row => new Occasion(
                    row.ClosesAt,
                    context.Answers.Any(answer => answer.RoundId == row.Id && answer.PersonId == person.Value && answer.Choice != null),
                    row.IsOutage || context.Aways.Any(away => away.PersonId == person.Value && away.FirstDay <= row.Day && away.LastDay >= row.Day))
                {
                    Round = new RoundId(row.Id),
                    IsOutage = row.IsOutage,
                })
                .ToListAsync(token).ConfigureAwait(false),
            cancellationToken);

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

    private static async Task<ClickResult> ClickAsync(TutorDatabase context, RoundId id, PersonId person, Click click, CancellationToken token)
    {
        var row = await LockAsync(context, id, isShared: true, token).ConfigureAwait(false);
        if (row is null)
        {
            return new ClickResult(ClickOutcome.Unknown, null, null);
        }

        if (context.Database.IsNpgsql())
        {
            // Two clicks of one person wait for each other; those of others do not.
            var key = $"{id.Value}/{person.Value}";
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", token).ConfigureAwait(false);
        }

        var groups = await GroupsAsync(context, [row.Id], token).ConfigureAwait(false);
        var round = row.ToRound([.. groups[row.Id]]);
        var answerRow = await context.Answers.FirstOrDefaultAsync(
            answer => answer.RoundId == id.Value && answer.PersonId == person.Value, token).ConfigureAwait(false);
        var clicks = ClickLog.Read(answerRow?.Clicks);
        var before = answerRow?.ToAnswer();
        if (!round.Takes(click.At))
        {
            return new ClickResult(round.State == RoundState.Void ? ClickOutcome.Void : ClickOutcome.Late, round, before);
        }

        var start = Answer.Of(id, person, clicks);
        var after = Answer.Of(id, person, [.. clicks, click]);
        if (clicks.Exists(known => known.Event == click.Event) || (answerRow is null && after == start))
        {
            return new ClickResult(ClickOutcome.Unchanged, round, before);
        }

        if (answerRow is null)
        {
            answerRow = new AnswerRow { RoundId = id.Value, PersonId = person.Value };
            context.Answers.Add(answerRow);
        }

        // Also one that changes nothing is kept: it may decide about an older one that has not arrived yet.
        answerRow.Clicks = ClickLog.Write(id, person, [.. clicks, click]);
        if (after == start)
        {
            return new ClickResult(ClickOutcome.Unchanged, round, before);
        }

        (answerRow.Choice, answerRow.Stake, answerRow.IsHinted, answerRow.Removed) = (after.Choice, after.Stake, after.IsHinted, after.Removed);
        (answerRow.At, answerRow.Event, answerRow.ChosenAt) = (after.At, after.Event, after.ChosenAt);
        return new ClickResult(ClickOutcome.Stored, round, after);
    }

    private static async Task<IReadOnlyList<Round>> RoundsAsync(TutorDatabase context, IQueryable<RoundRow> query, CancellationToken token)
    {
        var rows = await query
            .Select(row => new { Row = row, Groups = context.RoundGroups.Where(served => served.RoundId == row.Id).OrderBy(served => served.GroupId).Select(served => served.GroupId).ToList() })
            .ToListAsync(token).ConfigureAwait(false);
        return rows.ConvertAll(found => found.Row.ToRound(found.Groups.ConvertAll(group => new GroupId(group))));
    }

    private static async Task<ILookup<string, GroupId>> GroupsAsync(TutorDatabase context, List<string> rounds, CancellationToken token) =>
        (await context.RoundGroups.Where(served => rounds.Contains(served.RoundId)).OrderBy(served => served.GroupId)
            .Select(served => new { served.RoundId, served.GroupId })
            .ToListAsync(token).ConfigureAwait(false))
        .ToLookup(served => served.RoundId, served => new GroupId(served.GroupId));
}
