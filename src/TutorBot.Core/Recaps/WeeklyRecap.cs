using System.Globalization;
using Microsoft.Extensions.Logging;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;
using TutorBot.Core.Zones;

namespace TutorBot.Core.Recaps;

/// <summary>Posts a group's week to its channels after the week's last close: how it went, and who led of those who agreed to be named.</summary>
public sealed class WeeklyRecap(
    IGroups groups, ISchedules schedules, IRounds rounds, ILedger ledger, BoardReader boards, IRecaps recaps,
    IReadOnlyList<IPlatform> platforms, TimeProvider time, ILogger<WeeklyRecap> logger)
{
    private const int Leading = 3;

    /// <summary>After a longer stop a recap is news no more.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromDays(3);

    /// <summary>Posts the recaps that are due.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var id in await recaps.CandidatesAsync(now - Latest, now, cancellationToken).ConfigureAwait(false))
        {
            if (await groups.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } group
                && await schedules.OfGroupAsync(id, cancellationToken).ConfigureAwait(false) is { } schedule
                && await EndedWeekAsync(group, schedule, now, cancellationToken).ConfigureAwait(false) is { } week)
            {
                await PublishAsync(group, schedule, week, now, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The week of the group's last round, if no further round closes in it.</summary>
    private async Task<Week?> EndedWeekAsync(Group group, Schedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = (await rounds.LastOfGroupAsync(group.Id, 5, cancellationToken).ConfigureAwait(false)).FirstOrDefault(round => round is { State: RoundState.Closed, Kind: RoundKind.Daily });
        if (last is null || (await rounds.OpenAsync(schedule.Id, cancellationToken).ConfigureAwait(false)).Any(round => round.Kind == RoundKind.Daily))
        {
            return null;
        }

        var week = (await boards.CalendarAsync(group.Id, cancellationToken).ConfigureAwait(false)).WeekAt(last.ClosesAt);
        if (schedule.IsPaused || now >= week.To)
        {
            return week;
        }

        var skipped = await schedules.SkippedAsync(schedule.Id, week.Monday.AddDays(-1), cancellationToken).ConfigureAwait(false);
        return Occurrence.After(schedule, now).TakeWhile(occurrence => occurrence.ClosesAt < week.To).Any(occurrence => !skipped.Contains(occurrence.Date)) ? null : week;
    }

    private async Task PublishAsync(Group group, Schedule schedule, Week week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<Block>? blocks = null;
        foreach (var channel in schedule.Channels.Select(channel => channel.Channel))
        {
            if (platforms.FirstOrDefault(platform => platform.Name == channel.Platform) is not { } platform
                || await recaps.IsPostedAsync(group.Id, week.Monday, channel, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            try
            {
                blocks ??= await BlocksAsync(group, week, cancellationToken).ConfigureAwait(false);
                // The nonce makes it one message, whatever dies between the post and the note.
                await platform.PostAsync(channel, $"recap/{group.Id}/{week.Monday:yyyyMMdd}/{channel.Id}", blocks, cancellationToken).ConfigureAwait(false);
                await recaps.NoteAsync(group.Id, week.Monday, channel, now, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // One channel's trouble must not keep the others waiting.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.RecapFailed(logger, group.Id.Value, channel.Platform, e);
            }
        }
    }

    private async Task<IReadOnlyList<Block>> BlocksAsync(Group group, Week week, CancellationToken cancellationToken)
    {
        var members = (await groups.MembersAsync(group.Id, cancellationToken).ConfigureAwait(false)).Where(member => member.State == MemberState.Active).ToDictionary(member => member.Person);
        var totals = (await ledger.TotalsAsync(group.Id, week.From, week.To, cancellationToken).ConfigureAwait(false)).Where(total => total.Answered > 0).ToList();
        var count = await ledger.RoundsAsync(group.Id, week.From, week.To, cancellationToken).ConfigureAwait(false);
        var (answered, right) = (totals.Sum(total => total.Answered), totals.Sum(total => total.Right));
        List<Block> blocks = [new Heading(MarkdownText.Plain($"The week of {group.Name} · from {week.Monday.ToString("ddd d MMM", CultureInfo.InvariantCulture)}"))];
        blocks.Add(new Paragraph(MarkdownText.Plain(totals.Count == 0
            ? $"{Counted.Of(count, "round")}, and nobody answered. Next week is a new one."
            : string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(count, "round")}, {Counted.Of(answered, "answer")}, {100.0 * right / answered:0} % of them right."))));
        if (await recaps.HardestAsync(group.Id, week.From, week.To, cancellationToken).ConfigureAwait(false) is var (term, share))
        {
            blocks.Add(new Paragraph(MarkdownText.Plain("The hardest card: ") + MarkdownText.Bold(term) + MarkdownText.Plain(string.Create(CultureInfo.InvariantCulture, $", {share * 100:0} % right."))));
        }

        var standings = Standings.Rank(totals.Where(total => members.ContainsKey(total.Person)).Select(total => (total.Person, (double)total.Points)));
        if (standings.Count >= Standings.LeastPeople)
        {
            // In public a name stands only by consent; the place is shown all the same.
            blocks.Add(new Ranking("Points", [.. standings.Take(Leading).Select(standing => BoardText.Row(
                standing, LeaderboardHandler.NameFor(members[standing.Person], isMember: false), standings[0], Board.Points))]));
        }

        blocks.Add(new Choices("The week", [new Button("My place", new ShowLeaderboard(group.Id, Period.ThisWeek, Board.Points), "/leaderboard")]));
        return blocks;
    }
}
