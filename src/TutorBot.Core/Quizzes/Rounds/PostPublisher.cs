using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Schedules;
using TutorBot.Core.Telling;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>
/// Brings the posts of rounds up to date: posts what is due, edits counters, reveals. Whatever fails is tried again the
/// next time; workers share the posts by claiming them.
/// </summary>
public sealed class PostPublisher(
    IRounds rounds, IGroups groups, ISchedules schedules, Teller teller, IReadOnlyList<IPlatform> platforms, TimeProvider time, ILogger<PostPublisher> logger)
{
    private const int RegularRounds = 10;
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(60);

    /// <summary>A channel that cannot be posted to is tried with every round for so long, then left out for good.</summary>
    private static readonly TimeSpan PatienceWithChannels = TimeSpan.FromDays(7);

    /// <summary>A result that could not be edited into its message for so long is posted as a reply to it.</summary>
    private static readonly TimeSpan PatienceWithEdits = TimeSpan.FromMinutes(10);

    /// <summary>Does all that there is to do now.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        foreach (var post in await rounds.UnfinishedAsync(started, started - BetweenCounts, cancellationToken).ConfigureAwait(false))
        {
            // Each claim from its own moment: with many channels the last would have run out before it is used.
            var now = time.GetUtcNow();
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

        if (post is { State: PostState.Shown, MessageId: { } counted } && round.State == RoundState.Open && !platform.MayCount(counted, post.DueAt, round.ClosesAt, now))
        {
            // Looked at again after the usual time between counts.
            await rounds.SavePostAsync(post with { ShownAt = now }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var answers = await rounds.AnswersAsync(round.Id, cancellationToken).ConfigureAwait(false);
        var result = RoundResult.Of(round, answers);
        var blocks = await BlocksAsync(round, post, answers, result, cancellationToken).ConfigureAwait(false);
        var state = round.State == RoundState.Open ? PostState.Shown : PostState.Final;
        if (post.MessageId is { } message)
        {
            if (await EditAsync(platform, round, post, message, blocks, now, cancellationToken).ConfigureAwait(false))
            {
                await rounds.SavePostAsync(post with { State = state, ShownCount = result.Answered, ShownAt = now, IsRevealed = post.IsRevealed || round.State == RoundState.Closed }, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await GoneAsync(round, post, now, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        var posted = await platform.PostAsync(post.Channel, Nonce(post), blocks, cancellationToken).ConfigureAwait(false);

        // The nonce may have found a message of before a crash, which shows what was so then.
        var shown = state == PostState.Final || result.Answered > 0 ? PostState.Behind : state;
        await rounds.SavePostAsync(
            post with { MessageId = posted, State = posted is null ? PostState.Dropped : shown, ShownCount = result.Answered, ShownAt = now }, cancellationToken).ConfigureAwait(false);
        await NoteChannelAsync(round, post, isGone: posted is null, now, cancellationToken).ConfigureAwait(false);
    }

    private static string Nonce(Post post) => $"{post.Round}/{post.Channel.Id}";

    /// <summary>Edits; a result that the platform refuses for too long is posted once as a reply, and the edit tried on.</summary>
    private async Task<bool> EditAsync(
        IPlatform platform, Round round, Post post, string message, IReadOnlyList<Block> blocks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.EditAsync(post.Channel, message, Nonce(post), blocks, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (round.State == RoundState.Closed && !post.IsRevealed && now >= round.ClosesAt + PatienceWithEdits && !cancellationToken.IsCancellationRequested)
        {
            if (await platform.ReplyAsync(post.Channel, message, $"{Nonce(post)}/result", blocks, cancellationToken).ConfigureAwait(false) is not null)
            {
                await rounds.SavePostAsync(post with { IsRevealed = true }, cancellationToken).ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>Keeps whether a channel takes posts; tells who set it up when it no longer does, and when it is given up.</summary>
    private async Task NoteChannelAsync(Round round, Post post, bool isGone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = await schedules.NoteChannelAsync(round.Schedule, post.Channel, isGone ? now : null, cancellationToken).ConfigureAwait(false);
        if (!isGone)
        {
            return;
        }

        Log.ChannelGone(logger, round.Id.Value, post.Channel.Platform);
        await TakeBackUnseenAsync(round, now, cancellationToken).ConfigureAwait(false);
        if (since is not { } first || await schedules.FindAsync(round.Schedule, cancellationToken).ConfigureAwait(false) is not { } schedule)
        {
            return;
        }

        var name = $"#{post.Channel.Id}";
        if (first == now)
        {
            await teller.TellAsync(
                schedule.SetUpBy,
                new Notice(
                    $"gone/{schedule.Id}/{post.Channel.Id}/{first:O}",
                    $"The daily quiz could not be posted in {name}: the channel is gone, or may not be written to. It is tried again with every round for 7 days. Give the tutor the right to write there, or choose another channel: /schedule set"),
                cancellationToken).ConfigureAwait(false);
        }
        else if (now - first >= PatienceWithChannels)
        {
            await schedules.RemoveChannelAsync(schedule.Id, post.Channel, cancellationToken).ConfigureAwait(false);
            await teller.TellAsync(
                schedule.SetUpBy,
                new Notice(
                    $"removed/{schedule.Id}/{post.Channel.Id}/{first:O}",
                    $"The daily quiz is no longer posted in {name}: for 7 days it could not be written to. /schedule set sets it up again."),
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A round that no channel shows is no round: it is taken back.</summary>
    private async Task<bool> TakeBackUnseenAsync(Round round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var posts = await rounds.PostsAsync(round.Id, cancellationToken).ConfigureAwait(false);
        return posts.All(other => other.State == PostState.Dropped)
            && await rounds.VoidAsync(round.Id, now, cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>A moderator deleted the message: before the result is out, the round is taken back where no other channel shows it.</summary>
    private async Task GoneAsync(Round round, Post post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Log.PostGone(logger, round.Id.Value, post.Channel.Platform);
        await rounds.SavePostAsync(post with { State = PostState.Dropped }, cancellationToken).ConfigureAwait(false);
        if (post.IsRevealed || !await TakeBackUnseenAsync(round, now, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        foreach (var group in round.Groups)
        {
            await teller.TellCaptainsAsync(
                await groups.MembersAsync(group, cancellationToken).ConfigureAwait(false),
                new Notice(
                    $"deleted/{round.Id}",
                    $"The message of round #{round.Number} ({round.Question.Reveal.Term}) was deleted before its result was out. The round is taken back: it counts for nobody, and no streak knows it."),
                cancellationToken).ConfigureAwait(false);
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
            return RoundMessage.Closed(round, zone, names, result, await rounds.NamedAsync(round.Id, cancellationToken).ConfigureAwait(false));
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
