using Microsoft.Extensions.Logging;
using TutorBot.Core.Memory;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Closes rounds: points, reviews and what the memory model makes of them, in one transaction.</summary>
public sealed class RoundCloser(IRounds rounds, IConnectionLog connections, ILogger<RoundCloser> logger)
{
    private const int MostNames = 3;

    /// <summary>Closes the open rounds whose time has come.</summary>
    /// <returns>The rounds closed.</returns>
    public async Task<IReadOnlyList<Round>> CloseDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var closed = new List<Round>();
        foreach (var round in await rounds.OpenAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (now < round.ClosesAt + Round.Settling)
            {
                continue;
            }

            try
            {
                if (await CloseAsync(round, now, cancellationToken).ConfigureAwait(false) is { } done)
                {
                    closed.Add(done);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // One round's trouble must not keep the others open; it is tried again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.CloseFailed(logger, round.Id.Value, e);
            }
        }

        return closed;
    }

    private async Task<Round?> CloseAsync(Round round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isOutage = await IsOutageAsync(round, cancellationToken).ConfigureAwait(false);
        return await rounds.CloseAsync(round.Id, now, closing => Settle(closing, isOutage, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a close writes.</summary>
    internal static Settlement Settle(ClosingRound closing, bool isOutage, DateTimeOffset now)
    {
        var reviews = RoundReviews.Close(closing.Round, closing.Answers);
        return new Settlement(
            RoundLedger.Close(
                closing.Round,
                closing.Answers,
                person => closing.GroupsOf.TryGetValue(person, out var groups) ? groups : [],
                // Whoever never met the card was not expected to know it.
                person => closing.Memory.TryGetValue(person, out var memory) ? memory.RecallAt(closing.Round.OpensAt) : 0,
                now),
            reviews,
            [.. reviews.Select(review => CardMemory.After(closing.Memory.GetValueOrDefault(review.Person), review))],
            isOutage)
        {
            Named = NamesOf(closing),
        };
    }

    /// <summary>Of those who were right and agreed to be named, the three whom no reveal has named for longest. Among few answers a name would tell too much.</summary>
    private static IReadOnlyList<PersonId> NamesOf(ClosingRound closing) =>
        closing.Round.Kind == RoundKind.Daily && RoundResult.Of(closing.Round, closing.Answers).HasShares
            ? [.. closing.Answers
                .Where(answer => answer.Choice is { } choice && closing.Round.IsRight(choice)
                    && closing.GroupsOf.ContainsKey(answer.Person) && closing.Nameable.ContainsKey(answer.Person))
                .Select(answer => answer.Person)
                .OrderBy(person => closing.Nameable[person] ?? DateTimeOffset.MinValue).ThenBy(person => person.Value)
                .Take(MostNames)]
            : [];

    /// <summary>Whether clicks failed on every platform of the round for half its window or for its last hour.</summary>
    private async Task<bool> IsOutageAsync(Round round, CancellationToken cancellationToken)
    {
        var posts = await rounds.PostsAsync(round.Id, cancellationToken).ConfigureAwait(false);
        foreach (var platform in posts.Select(post => post.Channel.Platform).Distinct(StringComparer.Ordinal))
        {
            var minutes = await connections.MinutesAsync(platform, round.OpensAt, round.ClosesAt, cancellationToken).ConfigureAwait(false);
            if (!Outage.IsTooLong(round.OpensAt, round.ClosesAt, minutes))
            {
                return false;
            }
        }

        return posts.Count > 0;
    }
}
