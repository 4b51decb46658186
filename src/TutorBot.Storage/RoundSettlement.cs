using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Groups;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>What a close, a regrade and a void write, each within the caller's transaction.</summary>
internal static class RoundSettlement
{
    public static async Task<Round?> CloseAsync(
        TutorDatabase context, RoundId id, Func<ClosingRound, Settlement> settle, CancellationToken token)
    {
        var row = await RoundStore.LockAsync(context, id, isShared: false, token).ConfigureAwait(false);
        if (row is not { State: RoundState.Open })
        {
            return null;
        }

        row.State = RoundState.Closed;
        var groups = await context.RoundGroups.Where(served => served.RoundId == row.Id).OrderBy(served => served.GroupId)
            .Select(served => served.GroupId).ToListAsync(token).ConfigureAwait(false);
        var round = row.ToRound([.. groups.Select(group => new GroupId(group))]);
        var answers = (await context.Answers.AsNoTracking().Where(answer => answer.RoundId == row.Id).ToListAsync(token).ConfigureAwait(false))
            .ConvertAll(RoundRows.ToAnswer);
        var membersOf = (await context.Members.AsNoTracking()
                .Where(member => groups.Contains(member.GroupId) && member.State == MemberState.Active
                    && context.Answers.Any(answer => answer.RoundId == row.Id && answer.PersonId == member.PersonId))
                .ToListAsync(token).ConfigureAwait(false))
            .GroupBy(member => member.PersonId)
            .ToDictionary(member => new PersonId(member.Key), member => (IReadOnlyList<GroupId>)[.. member.Select(one => new GroupId(one.GroupId))]);
        var memories = await context.Memories
            .Where(memory => memory.Card == row.Card && context.Answers.Any(answer => answer.RoundId == row.Id && answer.PersonId == memory.PersonId))
            .ToDictionaryAsync(memory => new PersonId(memory.PersonId), token).ConfigureAwait(false);
        var nameable = await context.People
            .Where(person => person.Visibility == Visibility.Public && context.Answers.Any(answer => answer.RoundId == row.Id && answer.PersonId == person.Id))
            .Select(person => new { person.Id, Last = context.Named.Where(named => named.PersonId == person.Id).Max(named => (DateTimeOffset?)named.At) })
            .ToListAsync(token).ConfigureAwait(false);
        var settlement = settle(new ClosingRound(round, answers, membersOf, memories.ToDictionary(memory => memory.Key, memory => memory.Value.ToMemory()))
        {
            Nameable = nameable.ToDictionary(person => new PersonId(person.Id), person => person.Last),
        });

        row.IsOutage = settlement.IsOutage;
        await ManyRows.AddAsync(context, settlement.Ledger.Select(RoundRows.ToRow).ToList(), token).ConfigureAwait(false);
        context.Named.AddRange(settlement.Named.Select(person => new NamedRow { RoundId = row.Id, PersonId = person.Value, At = row.ClosesAt }));
        await ManyRows.AddAsync(context, settlement.Reviews.Select(RoundRows.ToRow).ToList(), token).ConfigureAwait(false);
        var met = new List<MemoryRow>();
        foreach (var memory in settlement.Memory)
        {
            if (memories.TryGetValue(memory.Person, out var memoryRow))
            {
                memoryRow.Set(memory);
            }
            else
            {
                memoryRow = new MemoryRow();
                memoryRow.Set(memory);
                met.Add(memoryRow);
            }
        }

        await ManyRows.AddAsync(context, met, token).ConfigureAwait(false);

        await MarkBehindAsync(context, row.Id, token).ConfigureAwait(false);
        return round with { State = RoundState.Closed, IsOutage = settlement.IsOutage };
    }

    public static async Task<Round?> RegradeAsync(
        TutorDatabase context, RoundId id, IReadOnlyList<int> rightOptions, DateTimeOffset now, CancellationToken token)
    {
        var row = await RoundStore.LockAsync(context, id, isShared: false, token).ConfigureAwait(false);
        if (row is null or { State: RoundState.Void })
        {
            return null;
        }

        var before = await RoundStore.FindAsync(context, id, token).ConfigureAwait(false);
        if (before is null)
        {
            return null;
        }

        row.RightOptions = RoundRows.ToText(rightOptions);
        var round = before with { RightOptions = rightOptions };
        if (row.State == RoundState.Open)
        {
            return round;
        }

        row.Regrades++;
        var answers = (await context.Answers.AsNoTracking().Where(answer => answer.RoundId == row.Id).ToListAsync(token).ConfigureAwait(false))
            .ConvertAll(RoundRows.ToAnswer);
        var paid = (await context.Ledger.AsNoTracking().Where(entry => entry.RoundId == row.Id).ToListAsync(token).ConfigureAwait(false))
            .ConvertAll(RoundRows.ToEntry);
        var corrections = RoundLedger.Regrade(round, answers, paid, row.Regrades, now);
        context.Ledger.AddRange(corrections.Select(RoundRows.ToRow));
        // Whoever became right by it recalled the card after all, in a group or not.
        await CorrectReviewsAsync(
            context,
            row,
            answers.Where(answer => answer.Choice is { } choice && round.IsRight(choice) && !before.IsRight(choice)),
            (review, answer) => review.Corrected($"{review.Id}/regrade/{row.Regrades}", now, RoundReviews.RatingOf(answer, isRight: true)),
            token).ConfigureAwait(false);
        await MarkBehindAsync(context, row.Id, token).ConfigureAwait(false);
        return round;
    }

    public static async Task<Round?> VoidAsync(TutorDatabase context, RoundId id, DateTimeOffset now, CancellationToken token)
    {
        var row = await RoundStore.LockAsync(context, id, isShared: false, token).ConfigureAwait(false);
        var before = row is null ? null : await RoundStore.FindAsync(context, id, token).ConfigureAwait(false);
        if (row is null || before is null || before.State == RoundState.Void)
        {
            return before;
        }

        row.State = RoundState.Void;
        var paid = (await context.Ledger.AsNoTracking().Where(entry => entry.RoundId == row.Id).ToListAsync(token).ConfigureAwait(false))
            .ConvertAll(RoundRows.ToEntry);
        context.Ledger.AddRange(RoundLedger.Void(before, paid, now).Select(RoundRows.ToRow));
        var answers = (await context.Answers.AsNoTracking().Where(answer => answer.RoundId == row.Id).ToListAsync(token).ConfigureAwait(false))
            .ConvertAll(RoundRows.ToAnswer);
        await CorrectReviewsAsync(context, row, answers, (review, _) => review.Withdrawn($"{review.Id}/void", now), token).ConfigureAwait(false);
        await MarkBehindAsync(context, row.Id, token).ConfigureAwait(false);
        return before with { State = RoundState.Void };
    }

    /// <summary>Appends corrections of what the round logged for these people, and folds their logs of the card again.</summary>
    private static async Task CorrectReviewsAsync(
        TutorDatabase context, RoundRow row, IEnumerable<Answer> answers, Func<Review, Answer, Review> correct, CancellationToken token)
    {
        var people = answers.ToDictionary(answer => RoundReviews.IdOf(new RoundId(row.Id), answer.Person));
        var ids = people.Values.Select(answer => answer.Person.Value).ToArray();
        // Before the logs: see MemoryStore.
        var memories = await context.Memories.Where(memory => memory.Card == row.Card && ids.Contains(memory.PersonId))
            .ToDictionaryAsync(memory => memory.PersonId, token).ConfigureAwait(false);
        var logs = (await context.Reviews.AsNoTracking()
                .Where(review => review.Card == row.Card && ids.Contains(review.PersonId))
                .ToListAsync(token).ConfigureAwait(false))
            .ConvertAll(RoundRows.ToReview);
        foreach (var log in logs.GroupBy(review => review.Person))
        {
            if (log.FirstOrDefault(review => people.ContainsKey(review.Id)) is not { } logged)
            {
                continue;
            }

            var correction = correct(logged, people[logged.Id]);
            context.Reviews.Add(correction.ToRow());
            var after = CardMemory.Of(log.Key, logged.Card, new MemoryHistory([.. log, correction]));
            if (memories.TryGetValue(log.Key.Value, out var memoryRow))
            {
                if (after is null)
                {
                    context.Memories.Remove(memoryRow);
                }
                else
                {
                    memoryRow.Set(after);
                }
            }
        }
    }

    /// <summary>Every post that people can see is to be edited, also one that is being posted or edited right now.</summary>
    private static Task<int> MarkBehindAsync(TutorDatabase context, string round, CancellationToken token) => context.Posts
        .Where(post => post.RoundId == round)
        .ExecuteUpdateAsync(
            set => set.SetProperty(post => post.Revision, post => post.Revision + 1)
                .SetProperty(post => post.State, post => post.State == PostState.Shown || post.State == PostState.Final ? PostState.Behind : post.State),
            token);
}
