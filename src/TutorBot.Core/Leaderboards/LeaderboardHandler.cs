using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Leaderboards;

/// <summary><c>/leaderboard</c>: opens at one's own row.</summary>
public sealed class LeaderboardHandler(IPeople people, IGroups groups, GroupAccess access, ILedger ledger, BoardReader boards, TimeProvider time)
{
    private const int Top = 3;
    private const int Around = 2;
    private const int Posted = 10;
    private readonly GroupFinder _finder = new(groups);

    /// <summary>The board.</summary>
    public async Task<Reply> ShowAsync(Request request, ShowLeaderboard command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(command);
        var now = time.GetUtcNow();
        var person = await people.FindOrAddAsync(request.From, request.DisplayName, cancellationToken).ConfigureAwait(false);
        if (command.Board == Board.Groups)
        {
            return await GroupsAsync(request, command.Period, now, cancellationToken).ConfigureAwait(false);
        }

        var found = await _finder.FindAsync(person.Id, request.In, command.Group, command.Name, cancellationToken).ConfigureAwait(false);
        if (found is not [var group])
        {
            return command.Name is { } name
                ? GroupReplies.Unknown(name, await groups.InWorkspaceAsync(request.In, cancellationToken).ConfigureAwait(false))
                : GroupReplies.Choose(found, "Which group's board?", "info", chosen => command with { Group = chosen });
        }

        var members = await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false);
        var active = members.Where(member => member.State == MemberState.Active).ToList();
        var values = await boards.ValuesAsync(group.Id, active, command.Period, command.Board, now, cancellationToken).ConfigureAwait(false);
        var standings = Standings.Rank(values);
        List<Block> blocks = [new Heading(MarkdownText.Plain($"{group.Name} · {BoardText.Name(command.Board)} · {BoardText.Name(command.Period)}"))];
        if (command.Period == Period.All)
        {
            blocks.AddRange(OwnRowOnly(standings, person, command.Board));
        }
        else if (standings.Count == 0)
        {
            blocks.Add(new Paragraph(MarkdownText.Plain(command is { Board: Board.Points, Period: Period.Season }
                ? "Nobody has points of this season yet: they begin with two answered rounds in a week."
                : "Nobody has answered a round that closed in this time yet.")));
        }
        else if (standings.Count < Standings.LeastPeople)
        {
            blocks.Add(Few(standings, person, command.Board));
        }
        else
        {
            blocks.Add(Rows(standings, active, person, command.Board));
            blocks.Add(new Paragraph(MarkdownText.Plain(BoardText.Gap(standings, person.Id, command.Board))));
        }

        if (command is { Board: Board.Points, Period: Period.ThisWeek or Period.LastWeek } && await PictureAsync(group, person, command.Period, now, cancellationToken).ConfigureAwait(false) is { } picture)
        {
            blocks.Add(picture);
        }

        blocks.Add(new Choices("Period", [.. Enum.GetValues<Period>().Where(period => period != command.Period)
            .Select(period => new Button(BoardText.Label(period), command with { Group = group.Id, Period = period, Name = null }))]));
        blocks.Add(new Choices("Board", [.. Enum.GetValues<Board>().Where(board => board != command.Board)
            .Select(board => new Button(BoardText.Label(board), command with { Group = group.Id, Board = board, Name = null }))]));
        if (command.Period != Period.All && standings.Count >= Standings.LeastPeople && GroupRights.MayRun(request, person.Id, members, now))
        {
            blocks.Add(new Choices("For everyone", [new Button("Post here", new PostBoard(group.Id, command.Period, command.Board))]));
        }

        return new Reply(blocks) { Replaces = true };
    }

    /// <summary>The first of a board for the whole channel: only names that are public stand on it.</summary>
    public async Task<Reply> PostAsync(Request request, PostBoard command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = await access.OpenAsync(request, command.Group, cancellationToken).ConfigureAwait(false);
        if (found.Group is not { } group)
        {
            return found.Refusal;
        }

        var active = found.Members.Where(member => member.State == MemberState.Active).ToDictionary(member => member.Person);
        var standings = Standings.Rank(await boards.ValuesAsync(group.Id, [.. active.Values], command.Period, command.Board, time.GetUtcNow(), cancellationToken).ConfigureAwait(false));
        return standings.Count < Standings.LeastPeople
            ? Reply.Say("Ranks begin with three people who answer.")
            : new Reply(
                [
                    new Heading(MarkdownText.Plain($"{group.Name} · {BoardText.Name(command.Board)} · {BoardText.Name(command.Period)}")),
                    new Ranking(BoardText.Name(command.Board), [.. standings.Take(Posted).Select(standing => BoardText.Row(
                        standing, NameFor(active[standing.Person], isMember: false), standings[0], command.Board))]),
                    new Paragraph(MarkdownText.Plain($"Posted by {request.DisplayName}."), Tone.Quiet),
                    new Choices("This board", [new Button("My place", new ShowLeaderboard(group.Id, command.Period, command.Board), "/leaderboard")]),
                ],
                Audience.Channel);
    }

    /// <summary>The first three and those around the reader.</summary>
    private static Ranking Rows(IReadOnlyList<Standing> standings, List<Member> active, Person reader, Board board)
    {
        var names = active.ToDictionary(member => member.Person);
        var mine = standings.ToList().FindIndex(standing => standing.Person == reader.Id);
        var isMember = names.ContainsKey(reader.Id);
        return new Ranking(BoardText.Name(board), [.. standings.Select((standing, i) => (standing, i))
            .Where(pair => pair.i < Top || Math.Abs(pair.i - mine) <= Around && mine >= 0)
            .Select(pair => BoardText.Row(
                pair.standing, pair.i == mine ? $"{reader.Name} (you)" : NameFor(names[pair.standing.Person], isMember), standings[0], board, pair.i == mine))]);
    }

    /// <summary>Members see each other's names; others only those that are public.</summary>
    internal static string NameFor(Member member, bool isMember) =>
        isMember || member.Visibility == Visibility.Public ? GroupReplies.NameOf(member) : "a member";

    private static Paragraph Few(IReadOnlyList<Standing> standings, Person reader, Board board)
    {
        var average = BoardText.Value(Math.Round(standings.Average(standing => standing.Value), 1), board);
        var own = standings.FirstOrDefault(standing => standing.Person == reader.Id);
        return new Paragraph(MarkdownText.Plain(own is null
            ? $"Fewer than three people answered, so nobody is ranked. The group's average: {average}. You have not answered yet."
            : $"You: {BoardText.Value(own.Value, board)}. The group's average: {average}. Ranks begin with three people who answer."));
    }

    private static IEnumerable<Block> OwnRowOnly(IReadOnlyList<Standing> standings, Person reader, Board board)
    {
        var own = standings.FirstOrDefault(standing => standing.Person == reader.Id);
        yield return own is null
            ? new Paragraph(MarkdownText.Plain("You have not answered a round of this group yet."))
            : new Ranking(BoardText.Name(board), [new RankingRow(own.Rank, MarkdownText.Plain($"{reader.Name} (you)"), BoardText.Value(own.Value, board), 1, true)]);
        yield return new Paragraph(MarkdownText.Plain("Over all time only your own row is shown."), Tone.Quiet);
    }

    private async Task<Image?> PictureAsync(Group group, Person person, Period period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, until) = await boards.BoundsAsync(group.Id, period, now, cancellationToken).ConfigureAwait(false);
        var days = await ledger.DaysAsync(group.Id, person.Id, from, until, cancellationToken).ConfigureAwait(false);
        return days.Count == 0 ? null : WeekPicture.Of(days, LocalClock.Zone(group.Zone));
    }

    private async Task<Reply> GroupsAsync(Request request, Period period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var here = await groups.InWorkspaceAsync(request.In, cancellationToken).ConfigureAwait(false);
        var scores = await boards.GroupsAsync(here, period == Period.All ? Period.ThisWeek : period, now, cancellationToken).ConfigureAwait(false);
        var mean = GroupScore.Mean(scores);
        var ordered = scores.Select(score => (score.Group, Value: Math.Round(score.Value(mean), 2))).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Group.Name).ToList();
        List<Block> blocks = [new Heading(MarkdownText.Plain($"Groups · {BoardText.Name(period)}"))];
        blocks.Add(ordered.Count == 0
            ? new Paragraph(MarkdownText.Plain("No group here has three members yet; smaller ones are not compared."))
            : new Ranking("Points per member and round", [.. ordered.Select(pair => new RankingRow(
                ordered.FindIndex(other => other.Value == pair.Value) + 1,
                MarkdownText.Plain(pair.Group.Name),
                pair.Value.ToString("0.00", CultureInfo.InvariantCulture),
                Math.Clamp(pair.Value / Math.Max(ordered[0].Value, 1e-9), 0, 1),
                false))]));
        blocks.Add(new Paragraph(MarkdownText.Plain("Points per member and round; small groups are drawn a little towards the average."), Tone.Quiet));
        return new Reply(blocks);
    }
}
