using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;

using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>
/// Brings the posts of rounds up to date: posts what is due, edits counters, reveals. Whatever fails is tried again the
/// next time; workers share the posts by claiming them.
/// </summary>
public sealed class PostPublisher(
    IRounds rounds, IGroups groups, IReadOnlyList<IPlatform> platforms, ILogger<PostPublisher> logger)
{
    private const int RegularRounds = 10;
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(60);

    /// <summary>Does all that there is to do now.</summary>
    public async Task PublishAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var post in await rounds.UnfinishedAsync(now, now - BetweenCounts, cancellationToken).ConfigureAwait(false))
        {
            if (platforms.FirstOrDefault(platform => platform.Name == post.Channel.Platform) is not { } platform
                || !await rounds.TryClaimAsync(post, now, now + Claim, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            try
            {
                await PublishAsync(platform, post, now, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // One channel's trouble must not keep the others waiting.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.PostFailed(logger, post.Round.Value, post.Channel.Platform, e);
            }
        }
    }

    private async Task PublishAsync(IPlatform platform, Post post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(post.Round, cancellationToken).ConfigureAwait(false) is not { } round)
        {
            return;
        }

        var answers = await rounds.AnswersAsync(round.Id, cancellationToken).ConfigureAwait(false);
        var result = RoundResult.Of(round, answers);
        var blocks = await BlocksAsync(round, post, answers, result, cancellationToken).ConfigureAwait(false);
        var state = round.State == RoundState.Open ? PostState.Shown : PostState.Final;
        if (post.MessageId is { } message)
        {
            if (await platform.EditAsync(post.Channel, message, blocks, cancellationToken).ConfigureAwait(false))
            {
                await rounds.SavePostAsync(post with { State = state, ShownCount = result.Answered, ShownAt = now }, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await GoneAsync(round, post, now, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        var posted = await platform.PostAsync(post.Channel, $"{round.Id}/{post.Channel.Id}", blocks, cancellationToken).ConfigureAwait(false);
        await rounds.SavePostAsync(
            post with { MessageId = posted, State = posted is null ? PostState.Dropped : state, ShownCount = result.Answered, ShownAt = now },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A moderator deleted the message: before the result is out, the round is taken back where no other channel shows it.</summary>
    private async Task GoneAsync(Round round, Post post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Log.PostGone(logger, round.Id.Value, post.Channel.Platform);
        await rounds.SavePostAsync(post with { State = PostState.Dropped }, cancellationToken).ConfigureAwait(false);
        var posts = await rounds.PostsAsync(round.Id, cancellationToken).ConfigureAwait(false);
        if (posts.All(other => other.State == PostState.Dropped))
        {
            await rounds.VoidAsync(round.Id, now, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Block>> BlocksAsync(
        Round round, Post post, IReadOnlyList<Answer> answers, RoundResult result, CancellationToken cancellationToken)
    {
        if (round.State == RoundState.Void)
        {
            return RoundMessage.Void(round);
        }

        var zone = LocalClock.Zone(post.Zone);
        var names = new List<string>();
        foreach (var group in round.Groups)
        {
            names.Add((await groups.FindAsync(group, cancellationToken).ConfigureAwait(false))?.Name ?? "a group that was deleted");
        }

        if (round.State == RoundState.Closed)
        {
            return RoundMessage.Closed(round, zone, names, result);
        }

        var regulars = await rounds.RegularsAsync(round.Groups, RegularRounds, round.OpensAt, cancellationToken).ConfigureAwait(false);
        var of = answers.Where(answer => answer.Choice is not null).Select(answer => answer.Person).Union(regulars).Count();
        return RoundMessage.Open(round, zone, names, result.Answered, of, await BeforeAsync(round, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>How the schedule's daily round before this one went.</summary>
    private async Task<RoundResult?> BeforeAsync(Round round, CancellationToken cancellationToken)
    {
        var last = await rounds.LastAsync(round.Schedule, 5, cancellationToken).ConfigureAwait(false);
        return last.FirstOrDefault(other => other.Number < round.Number && other is { State: RoundState.Closed, Kind: RoundKind.Daily }) is { } before
            ? RoundResult.Of(before, await rounds.AnswersAsync(before.Id, cancellationToken).ConfigureAwait(false))
            : null;
    }
}
