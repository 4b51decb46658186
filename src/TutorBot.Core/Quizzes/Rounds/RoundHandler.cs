using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Memory;
using TutorBot.Core.People;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>Answers to rounds: letters, stakes, hints, and what became of them.</summary>
public sealed class RoundHandler(
    IPeople people, IGroups groups, RoundEntry entrance, IRounds rounds, IMemories memories, IAways aways, RandomSource random, TimeProvider time)
{
    /// <summary>Keeps a choice.</summary>
    public Task<Reply> AnswerAsync(Request request, AnswerRound command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ClickAsync(request, command.Round, click => click with { Choice = command.Option }, cancellationToken);
    }

    /// <summary>Keeps how sure a person is.</summary>
    public Task<Reply> StakeAsync(Request request, StakeRound command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ClickAsync(request, command.Round, click => click with { Stake = command.Stake }, cancellationToken);
    }

    /// <summary>Removes one wrong option that is not the person's pick.</summary>
    public async Task<Reply> HintAsync(Request request, HintRound command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        if (await rounds.FindAsync(command.Round, cancellationToken).ConfigureAwait(false) is not { } round)
        {
            return RoundReplies.Lost();
        }

        var answer = await rounds.AnswerAsync(round.Id, person.Id, cancellationToken).ConfigureAwait(false);
        var wrong = Enumerable.Range(0, round.Question.Options.Count).Where(option => !round.IsRight(option) && option != answer?.Choice).ToList();
        if (wrong.Count < 2)
        {
            // Of two options the one that is left would be the answer.
            return Reply.Say("This question has too few options for a hint.");
        }

        // The same for everyone who asks, so that asking again or comparing tells nothing more.
        var removed = answer?.Removed ?? wrong[(int)(round.Question.Seed % wrong.Count)];
        return await ClickAsync(request, round.Id, click => click with { Removed = removed }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the person did with a round.</summary>
    public async Task<Reply> ShowAsync(Request request, ShowRound command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        return await rounds.FindAsync(command.Round, cancellationToken).ConfigureAwait(false) is { } round
            ? new Reply(await BlocksAsync(round, person, cancellationToken).ConfigureAwait(false))
            : RoundReplies.Lost();
    }

    /// <summary><c>/daily</c>.</summary>
    public async Task<Reply> DailyAsync(Request request, Daily command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var open = await OpenForAsync(person, request.In, cancellationToken).ConfigureAwait(false);
        if (open.Count == 0)
        {
            return command is { Option: null, Stake: null, IsHint: false }
                ? await NothingOpenAsync(person, cancellationToken).ConfigureAwait(false)
                : Reply.Say("No round is open for you just now, so nothing was kept. /daily shows your last result.");
        }

        var next = open[0];
        if (command.IsHint)
        {
            return await HintAsync(request, new HintRound(next.Id), cancellationToken).ConfigureAwait(false);
        }

        if (command.Option is { } option)
        {
            return option < next.Question.Options.Count
                ? await ClickAsync(request, next.Id, click => click with { Choice = option, Stake = command.Stake }, cancellationToken).ConfigureAwait(false)
                : Reply.Say($"This question has the options A to {Round.Letter(next.Question.Options.Count - 1)}. Nothing was changed.");
        }

        if (command.Stake is { } stake)
        {
            return await StakeAsync(request, new StakeRound(next.Id, stake), cancellationToken).ConfigureAwait(false);
        }

        var blocks = new List<Block>();
        foreach (var round in open)
        {
            blocks.AddRange(await BlocksAsync(round, person, cancellationToken).ConfigureAwait(false));
        }

        return new Reply(blocks);
    }

    /// <summary>The open rounds that a person can answer, the nearest close first: those of their groups and of the channel.</summary>
    public async Task<IReadOnlyList<Round>> OpenForAsync(Person person, ChannelRef channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var own = (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false))
            .Where(member => member.State is MemberState.Active or MemberState.Waiting).Select(member => member.Group);
        var here = (await groups.OfChannelAsync(channel, cancellationToken).ConfigureAwait(false)).Select(group => group.Id);
        var now = time.GetUtcNow();
        return [.. (await rounds.OpenOfGroupsAsync([.. own.Union(here)], cancellationToken).ConfigureAwait(false))
            .Where(round => round.Takes(now)).OrderBy(round => round.ClosesAt).ThenBy(round => round.Kind)];
    }

    private async Task<Reply> ClickAsync(Request request, RoundId id, Func<Click, Click> of, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var click = of(new Click(request.At ?? now, request.Event.Length > 0 ? request.Event : random.NewId()));
        if (click.Choice is { } choice
            && await rounds.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } asked
            && choice >= asked.Question.Options.Count)
        {
            return RoundReplies.Lost();
        }

        var result = await rounds.ClickAsync(id, person.Id, click, cancellationToken).ConfigureAwait(false);
        if (result.Round is not { } round)
        {
            return RoundReplies.Lost();
        }

        switch (result.Outcome)
        {
            case ClickOutcome.Void:
                return Reply.Say("This round was taken back: it counts for nobody.");
            case ClickOutcome.Late:
                return await LateAsync(round, person, click, result.Answer, cancellationToken).ConfigureAwait(false);
            default:
                await aways.EndAsync(person.Id, round.Date, cancellationToken).ConfigureAwait(false);
                var entry = await entrance.EnterAsync(round, person, now, cancellationToken).ConfigureAwait(false);
                var zone = await ZoneAsync(round, person, cancellationToken).ConfigureAwait(false);
                var reply = RoundReplies.Kept(round, result.Answer ?? Answer.None(round.Id, person.Id), entry, zone, now);
                return await ThrowbackAsync(round, person, cancellationToken).ConfigureAwait(false) is { } throwback
                    ? reply with { Blocks = [.. reply.Blocks, new Choices("One more", [new Button("One more, for half points", new ShowRound(throwback.Id), "/daily")])] }
                    : reply;
        }
    }

    /// <summary>The extra round that came with a day's, while the person has not answered it.</summary>
    private async Task<Round?> ThrowbackAsync(Round daily, Person person, CancellationToken cancellationToken) =>
        daily.Kind == RoundKind.Daily
        && (await rounds.OpenAsync(daily.Schedule, cancellationToken).ConfigureAwait(false)).FirstOrDefault(round => round.Kind == RoundKind.Throwback && round.Date == daily.Date) is { } throwback
        && (await rounds.AnswerAsync(throwback.Id, person.Id, cancellationToken).ConfigureAwait(false))?.Choice is null
            ? throwback
            : null;

    /// <summary>Too late for points; what was shown to be known counts for one's own memory.</summary>
    private async Task<Reply> LateAsync(Round round, Person person, Click click, Answer? answer, CancellationToken cancellationToken)
    {
        if (click.Choice is { } choice && answer?.Choice is null)
        {
            var rating = round.IsRight(choice) ? Rating.Good : Rating.Again;
            await memories.TryAddAsync(
                new Review($"late/{round.Id}/{person.Id.Value}", person.Id, round.Question.Card, click.At, rating, ReviewSource.Practice),
                cancellationToken).ConfigureAwait(false);
            return RoundReplies.Late(round, choice);
        }

        return new Reply(await BlocksAsync(round, person, cancellationToken).ConfigureAwait(false));
    }

    private async Task<Reply> NothingOpenAsync(Person person, CancellationToken cancellationToken) =>
        await rounds.AnsweredAsync(person.Id, 1, cancellationToken).ConfigureAwait(false) is [var (last, _)]
            ? new Reply([
                new Paragraph(MarkdownText.Plain("No round is open for you just now. Your last one:")),
                .. await BlocksAsync(last, person, cancellationToken).ConfigureAwait(false),
            ])
            : Reply.Say("No round is open for you just now. /schedule show says when the next one is; /quiz asks you at once.");

    private async Task<IReadOnlyList<Block>> BlocksAsync(Round round, Person person, CancellationToken cancellationToken)
    {
        var answer = await rounds.AnswerAsync(round.Id, person.Id, cancellationToken).ConfigureAwait(false) ?? Answer.None(round.Id, person.Id);
        var zone = await ZoneAsync(round, person, cancellationToken).ConfigureAwait(false);
        return round.State == RoundState.Open
            ? RoundReplies.Open(round, answer, zone, time.GetUtcNow())
            : RoundReplies.Result(round, answer, await rounds.PointsAsync(round.Id, person.Id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The zone that a person reads times in: their own, else their group's.</summary>
    private async Task<TimeZoneInfo> ZoneAsync(Round round, Person person, CancellationToken cancellationToken) => LocalClock.Zone(
        person.Zone ?? (await groups.FindAsync(round.Groups[0], cancellationToken).ConfigureAwait(false))?.Zone ?? "UTC");
}
