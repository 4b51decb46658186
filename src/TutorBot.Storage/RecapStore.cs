using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Recaps;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>Which recaps are out, in the database.</summary>
public sealed class RecapStore(Database database) : IRecaps
{
    private const int LeastAnswers = RoundResult.LeastForShares;

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupId>> CandidatesAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<GroupId>>(
        async (context, token) => (await context.RoundGroups
                .Where(served => served.ClosesAt > since && served.ClosesAt <= now
                    && context.Rounds.Any(row => row.Id == served.RoundId && row.State == RoundState.Closed && row.Kind == RoundKind.Daily)
                    && context.Groups.Any(group => group.Id == served.GroupId && group.HasRecap)
                    && context.ScheduleChannels.Any(posted => context.ScheduleGroups.Any(group => group.GroupId == served.GroupId && group.ScheduleId == posted.ScheduleId)
                        && !context.Recaps.Any(recap => recap.GroupId == served.GroupId && recap.At >= served.ClosesAt
                            && recap.Platform == posted.Platform && recap.Workspace == posted.Workspace && recap.Channel == posted.Channel)))
                .Select(served => served.GroupId).Distinct().OrderBy(id => id).ToListAsync(token).ConfigureAwait(false))
            .ConvertAll(id => new GroupId(id)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsPostedAsync(GroupId group, DateOnly monday, ChannelRef channel, CancellationToken cancellationToken) => database.ReadAsync(
        (context, token) => Of(context, group, monday, channel).AnyAsync(token), cancellationToken);

    /// <inheritdoc/>
    public Task NoteAsync(GroupId group, DateOnly monday, ChannelRef channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return database.WriteAsync(
            async (context, token) =>
            {
                if (!await Of(context, group, monday, channel).AnyAsync(token).ConfigureAwait(false))
                {
                    context.Recaps.Add(new RecapRow
                    {
                        GroupId = group.Value,
                        Monday = monday,
                        Platform = channel.Platform,
                        Workspace = channel.Workspace,
                        Channel = channel.Id,
                        At = now,
                    });
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<(string Term, double RightShare)?> HardestAsync(GroupId group, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync<(string, double)?>(
            async (context, token) =>
            {
                var sums = await context.Ledger
                    .Where(row => row.GroupId == group.Value && row.At >= from && row.At < until)
                    .GroupBy(row => row.RoundId)
                    .Select(rows => new { Round = rows.Key, Answered = rows.Sum(row => row.Answered), Right = rows.Sum(row => row.Right) })
                    .ToListAsync(token).ConfigureAwait(false);
                return sums.Where(sum => sum.Answered >= LeastAnswers).OrderBy(sum => (double)sum.Right / sum.Answered).ThenBy(sum => sum.Round, StringComparer.Ordinal).FirstOrDefault() is { } hardest
                    && await RoundStore.FindAsync(context, new RoundId(hardest.Round), token).ConfigureAwait(false) is { } round
                    ? (round.Question.Reveal.Term, (double)hardest.Right / hardest.Answered)
                    : null;
            },
            cancellationToken);

    private static IQueryable<RecapRow> Of(TutorDatabase context, GroupId group, DateOnly monday, ChannelRef channel) => context.Recaps.Where(row =>
        row.GroupId == group.Value && row.Monday == monday && row.Platform == channel.Platform && row.Workspace == channel.Workspace && row.Channel == channel.Id);
}
