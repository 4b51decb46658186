using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Core.People;
using TutorBot.Core.Privacy;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Explanations;

/// <summary><c>/why</c>: what a person was last shown, explained from what is kept.</summary>
public sealed class WhyHandler(
    IPeople people, IGroups groups, IRounds rounds, ILedger ledger, BoardReader boards, IConnectionLog connections, IShown shown, Retriever retriever, TimeProvider time)
{
    private const int OccasionsShown = 10;
    private const int RowsLookedAt = 200;
    private readonly GroupFinder _finder = new(groups);

    /// <summary>The explanation, and the others as buttons.</summary>
    public async Task<Reply> ExplainAsync(Request request, Explain command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var now = time.GetUtcNow();
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        var last = await shown.LastAsync(request.From, request.In, now - TimeSpan.FromMinutes(Retention.LastShownMinutes), cancellationToken).ConfigureAwait(false);
        var kind = command.Kind ?? last?.Kind ?? ShownKind.Quiz;
        var reference = last?.Kind == kind ? last.Reference : null;
        var blocks = kind switch
        {
            ShownKind.Answer => Answer(reference),
            ShownKind.Rank => await RankAsync(request, person, reference, now, cancellationToken).ConfigureAwait(false),
            ShownKind.Streak => await StreakAsync(request, person, cancellationToken).ConfigureAwait(false),
            _ => await QuizAsync(person, reference, cancellationToken).ConfigureAwait(false),
        };
        return new Reply(
        [
            .. blocks,
            new Choices("Why", [.. Enum.GetValues<ShownKind>().Where(other => other != kind).Select(other => new Button(Label(other), new Explain(other), $"/why {other.ToString().ToLowerInvariant()}"))]),
        ]);
    }

    /// <summary>What a command about rounds, boards or oneself shows; null for others.</summary>
    public static Shown? ShownBy(Command command) => command switch
    {
        AnswerRound answer => new Shown(ShownKind.Quiz, answer.Round.Value),
        StakeRound stake => new Shown(ShownKind.Quiz, stake.Round.Value),
        HintRound hint => new Shown(ShownKind.Quiz, hint.Round.Value),
        ShowRound show => new Shown(ShownKind.Quiz, show.Round.Value),
        Daily => new Shown(ShownKind.Quiz, ""),
        ShowLeaderboard show => new Shown(ShownKind.Rank, show.Group?.Value ?? ""),
        ShowMe => new Shown(ShownKind.Streak, ""),
        _ => null,
    };

    /// <summary>How an answer is remembered: its band, confidence and cards.</summary>
    public static Shown ShownOf(Retrieval.Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var cards = answer.Band == Band.Answer ? answer.Sources.Select(card => card.Id) : answer.Cards.Select(ranked => ranked.Card.Id);
        return new Shown(ShownKind.Answer, string.Create(
            CultureInfo.InvariantCulture, $"{(int)answer.Band}|{answer.Confidence:0.000}|{string.Join('|', cards.Take(2))}"));
    }

    private List<Block> Answer(string? reference)
    {
        var parts = reference?.Split('|') ?? [];
        if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Enum.IsDefined((Band)number))
        {
            return [new Paragraph(MarkdownText.Plain(
                $"You asked nothing here in the last {Retention.LastShownMinutes} minutes. Longer than that it is not kept which cards you were shown, and your question not at all."))];
        }

        var library = retriever.Current.Library;
        var titles = parts.Skip(2).Select(id => library.Cards.FirstOrDefault(card => card.Id.ToString() == id)).OfType<Card>()
            .Select(card => $"{card.Id.Local} {card.Title}").ToList();
        var (answerFrom, suggestFrom) = retriever.Thresholds;
        var certainty = double.Parse(parts[1], CultureInfo.InvariantCulture);
        var first = (Band)number switch
        {
            Band.Answer when certainty >= 1 => $"You named the card: {string.Join(" and ", titles)}. A name needs no search.",
            Band.Answer => string.Create(CultureInfo.InvariantCulture, $"{string.Join(" and ", titles)} answered with a certainty of {certainty:0.00}; from {answerFrom:0.00} on a card is shown as the answer."),
            Band.Suggest => string.Create(CultureInfo.InvariantCulture, $"The closest card, {titles.FirstOrDefault()}, reached a certainty of {certainty:0.00}. Below {answerFrom:0.00} it is only suggested: a wrong answer is worse than a choice."),
            _ => string.Create(CultureInfo.InvariantCulture, $"No card reached a certainty of {suggestFrom:0.00}; the closest had {certainty:0.00}. Then nothing is said rather than something wrong."),
        };
        return
        [
            new Heading(MarkdownText.Plain("Why this answer")),
            new Paragraph(MarkdownText.Plain(first)),
            new Paragraph(MarkdownText.Plain($"Certainty is reckoned from three things: how near the question's meaning is to the card, word by word; how many of its rarer words stand on the card; and how far behind the next card is. {Counted.Of(library.Cards.Count, "card")} were compared. Your question was not kept."), Tone.Quiet),
        ];
    }

    private async Task<List<Block>> QuizAsync(Person person, string? reference, CancellationToken cancellationToken)
    {
        var round = string.IsNullOrEmpty(reference) ? null : await rounds.FindAsync(new RoundId(reference), cancellationToken).ConfigureAwait(false);
        round ??= await OpenAsync(person, cancellationToken).ConfigureAwait(false);
        round ??= await rounds.AnsweredAsync(person.Id, 1, cancellationToken).ConfigureAwait(false) is [var (last, _)] ? last : null;
        var answer = round is null ? null : await rounds.AnswerAsync(round.Id, person.Id, cancellationToken).ConfigureAwait(false);
        if (round is null || answer?.Choice is not { } choice)
        {
            return [new Paragraph(MarkdownText.Plain(round is null ? "You have answered no round yet." : $"You have chosen nothing in round #{round.Number}, so it gives you nothing: 0 points."))];
        }

        var (right, wrong) = (Points.Of(round.Kind, answer.Stake, answer.IsHinted, true), Points.Of(round.Kind, answer.Stake, answer.IsHinted, false));
        var stake = answer.IsHinted ? "with a hint" : answer.Stake switch { Stake.Sure => "as Sure", Stake.Guess => "as Guess", _ => "as Think so" };
        List<Block> blocks =
        [
            new Heading(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"Why these points · #{round.Number}"))),
            new Paragraph(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"You picked {Round.Letter(choice)} {stake}: that pays {right} right and {wrong} wrong."))),
        ];
        if (round.State == RoundState.Open)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain("The round is open: your last choice before the close counts, and nothing is paid before.")));
            return blocks;
        }

        var rows = (await ledger.RowsAsync(person.Id, null, RowsLookedAt, cancellationToken).ConfigureAwait(false)).Where(row => row.Round == round.Id).Reverse().ToList();
        if (rows.Count == 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain(round.Kind == RoundKind.Practice ? "It was a practice round, which scores on no board." : "You were in none of its groups at the close, so no board counts it.")));
        }

        var lines = rows.Select(row => $"- {Signed(row.Points)}: {row.Reason switch
        {
            LedgerReason.Answer => $"{(row.Right > 0 ? "right" : "not right")} at the close{GrowthText(row)}",
            LedgerReason.Regrade => "the key was corrected, and the better result counts",
            _ => "the round was taken back",
        }}").ToList();
        if (lines.Count > 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Authored(string.Join('\n', lines))));
        }

        return blocks;
    }

    /// <summary>The open round of the person's groups that they have answered and that closes next.</summary>
    private async Task<Round?> OpenAsync(Person person, CancellationToken cancellationToken)
    {
        var own = (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false)).Select(member => member.Group).ToList();
        foreach (var round in (await rounds.OpenOfGroupsAsync(own, cancellationToken).ConfigureAwait(false)).OrderBy(round => round.ClosesAt).ThenBy(round => round.Kind))
        {
            if ((await rounds.AnswerAsync(round.Id, person.Id, cancellationToken).ConfigureAwait(false))?.Choice is not null)
            {
                return round;
            }
        }

        return null;
    }

    private async Task<List<Block>> RankAsync(Request request, Person person, string? reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await _finder.FindAsync(person.Id, request.In, string.IsNullOrEmpty(reference) ? null : new GroupId(reference), null, cancellationToken).ConfigureAwait(false);
        if (found is not [var group])
        {
            return [new Paragraph(MarkdownText.Plain("Which board? Look at it first: /leaderboard"))];
        }

        var active = (await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false)).Where(member => member.State == MemberState.Active).ToList();
        var standings = Standings.Rank(await boards.ValuesAsync(group.Id, active, Period.ThisWeek, Board.Points, now, cancellationToken).ConfigureAwait(false));
        var (from, until) = await boards.BoundsAsync(group.Id, Period.ThisWeek, now, cancellationToken).ConfigureAwait(false);
        var rows = (await ledger.RowsAsync(person.Id, group.Id, RowsLookedAt, cancellationToken).ConfigureAwait(false)).Where(row => row.At >= from && row.At < until).ToList();
        List<Block> blocks =
        [
            new Heading(MarkdownText.Plain($"Why this place · {group.Name}")),
            new Paragraph(MarkdownText.Plain(standings.Count < Standings.LeastPeople
                ? "Ranks begin with three people who answered this week."
                : BoardText.Gap(standings, person.Id, Board.Points))),
        ];
        if (rows.Count > 0)
        {
            var parts = new List<string>();
            foreach (var round in rows.GroupBy(row => row.Round).OrderBy(round => round.First().At))
            {
                var number = (await rounds.FindAsync(round.Key, cancellationToken).ConfigureAwait(false))?.Number ?? 0;
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"#{number}: {round.Sum(row => row.Points)}"));
            }

            blocks.Add(new Paragraph(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"Your {rows.Sum(row => row.Points)} points of this week: {string.Join(", ", parts)}."))));
        }

        blocks.Add(new Paragraph(MarkdownText.Plain(
            $"A round counts in the week in which it closed, Monday 00:00 by the clocks of {ZoneText.CityOf(group.Zone)}. Equal points share a place, and the next one is left out: 1, 2, 2, 4. Speed counts for nothing."), Tone.Quiet));
        return blocks;
    }

    private async Task<List<Block>> StreakAsync(Request request, Person person, CancellationToken cancellationToken)
    {
        var memberships = (await groups.OfPersonAsync(person.Id, cancellationToken).ConfigureAwait(false)).Where(member => member.State is MemberState.Active or MemberState.Excluded).ToList();
        var found = await _finder.FindAsync(person.Id, request.In, null, null, cancellationToken).ConfigureAwait(false);
        if ((memberships.Find(member => found is [var only] && member.Group == only.Id) ?? memberships.FirstOrDefault()) is not { } own
            || await groups.FindAsync(own.Group, cancellationToken).ConfigureAwait(false) is not { } group)
        {
            return [new Paragraph(MarkdownText.Plain("You are in no group, so there is no streak. The first answer to a daily round begins one."))];
        }

        var zone = LocalClock.Zone(person.Zone ?? group.Zone);
        var occasions = await rounds.OccasionsAsync(group.Id, person.Id, own.JoinedAt, cancellationToken).ConfigureAwait(false);
        var streak = Streak.None;
        var lines = new List<string>();
        foreach (var occasion in occasions)
        {
            var next = streak.After(occasion);
            var day = TimeZoneInfo.ConvertTime(occasion.ClosesAt, zone).ToString("ddd d MMM", CultureInfo.InvariantCulture);
            lines.Add($"- {day}: {await ReasonAsync(occasion, streak, next, zone, cancellationToken).ConfigureAwait(false)}");
            streak = next;
        }

        List<Block> blocks =
        [
            new Heading(MarkdownText.Plain($"Why this streak · {group.Name}")),
            new Paragraph(MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $"It is {streak.Length}, the longest was {streak.Longest}; {Counted.Of(streak.Freezes, "freeze")} left."))),
        ];
        if (lines.Count > 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Authored(string.Join('\n', lines.TakeLast(OccasionsShown)))));
        }

        blocks.Add(new Paragraph(MarkdownText.Plain(
            $"One for every scheduled round answered, right or wrong. Every {Streak.AnswersPerFreeze} answers earn a freeze, at most {Streak.MostFreezes} are held, and a missed round spends one by itself. Days without a round do not count."), Tone.Quiet));
        return blocks;
    }

    private async Task<string> ReasonAsync(Occasion occasion, Streak before, Streak after, TimeZoneInfo zone, CancellationToken cancellationToken) => occasion switch
    {
        { IsAnswered: true } => after.Freezes > before.Freezes
            ? string.Create(CultureInfo.InvariantCulture, $"answered, {after.Length}, and a freeze earned")
            : string.Create(CultureInfo.InvariantCulture, $"answered, {after.Length}"),
        { IsOutage: true } => $"does not count: {await OutageAsync(occasion, zone, cancellationToken).ConfigureAwait(false)}",
        { IsExcused: true } => "does not count: you were away",
        _ when after.Freezes < before.Freezes => string.Create(CultureInfo.InvariantCulture, $"missed; a freeze saved it, {after.Length}"),
        _ => "missed, with no freeze left: it began anew",
    };

    /// <summary>From the minutes in which the platform was connected and the database took writes: the longest time without one.</summary>
    private async Task<string> OutageAsync(Occasion occasion, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        const string unknown = "answers could not be taken for too long";
        if (await rounds.FindAsync(occasion.Round, cancellationToken).ConfigureAwait(false) is not { } round
            || (await rounds.PostsAsync(round.Id, cancellationToken).ConfigureAwait(false)).Select(post => post.Channel.Platform).FirstOrDefault() is not { } platform)
        {
            return unknown;
        }

        var minutes = await connections.MinutesAsync(platform, round.OpensAt, round.ClosesAt, cancellationToken).ConfigureAwait(false);
        var ends = minutes.Select(minute => minute.AddMinutes(1)).Prepend(round.OpensAt);
        var (from, until) = ends.Zip(minutes.Append(round.ClosesAt)).MaxBy(gap => gap.Second - gap.First);
        return until <= from ? unknown : $"from {MarkdownText.Time(from, zone)} to {MarkdownText.Time(until, zone)} no answer could be taken";
    }

    private static string GrowthText(LedgerEntry row)
    {
        var expected = Math.Clamp(row.Right - row.Growth, 0, 1);
        return string.Create(CultureInfo.InvariantCulture, $"; the memory model expected {expected * 100:0} %, so growth {row.Growth:+0.00;-0.00;0.00}");
    }

    private static string Signed(int points) => points.ToString("+0;-0;0", CultureInfo.InvariantCulture) + (Math.Abs(points) == 1 ? " point" : " points");

    private static string Label(ShownKind kind) => kind switch
    {
        ShownKind.Answer => "The answer",
        ShownKind.Quiz => "My points",
        ShownKind.Rank => "My place",
        _ => "My streak",
    };
}
