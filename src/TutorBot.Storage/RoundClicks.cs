using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Keeps clicks on rounds.</summary>
internal sealed class RoundClicks(Database database)
{
    private const int MostOpenKept = 500;
    private readonly ConcurrentDictionary<RoundId, Round> _open = new();

    /// <summary>Lets a click change the person's answer, if the round still takes it.</summary>
    public async Task<ClickResult> KeepAsync(RoundId round, PersonId person, Click click, CancellationToken cancellationToken) =>
        await database.ReadAsync((context, token) => TryAddAsync(context, round, person, click, token), cancellationToken).ConfigureAwait(false)
            ?? await database.WriteAsync((context, token) => ClickAsync(context, round, person, click, token), cancellationToken).ConfigureAwait(false);

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

        var round = await RoundStore.FindAsync(context, id, token).ConfigureAwait(false);
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

    private static async Task<ClickResult> ClickAsync(TutorDatabase context, RoundId id, PersonId person, Click click, CancellationToken token)
    {
        var row = await RoundStore.LockAsync(context, id, isShared: true, token).ConfigureAwait(false);
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

        // Held: it stays as it is read now.
        var round = await RoundStore.FindAsync(context, id, token).ConfigureAwait(false) ?? throw new InvalidOperationException("A round that is held is gone.");
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
}
