using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage.Rows;

namespace TutorBot.Storage;

/// <summary>The minutes in which platforms were connected, in the database.</summary>
public sealed class ConnectionLogStore(Database database) : IConnectionLog
{
    private const long SecondsPerMinute = 60;
    private const long MinutesKept = Core.Privacy.Retention.ConnectionsDays * 24 * 60;

    /// <inheritdoc/>
    public Task NoteAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var minute = MinuteOf(now);
        return database.WriteAsync(
            async (context, token) =>
            {
                await context.Heartbeats.Where(row => row.Minute < minute - MinutesKept).ExecuteDeleteAsync(token).ConfigureAwait(false);
                if (!await context.Heartbeats.AnyAsync(row => row.Platform == platform && row.Minute == minute, token).ConfigureAwait(false))
                {
                    context.Heartbeats.Add(new HeartbeatRow { Platform = platform, Minute = minute });
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DateTimeOffset>> MinutesAsync(string platform, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (first, last) = (MinuteOf(from), MinuteOf(until));
        return database.ReadAsync<IReadOnlyList<DateTimeOffset>>(
            async (context, token) => (await context.Heartbeats
                    .Where(row => row.Platform == platform && row.Minute >= first && row.Minute <= last)
                    .OrderBy(row => row.Minute).Select(row => row.Minute).ToListAsync(token).ConfigureAwait(false))
                .ConvertAll(minute => DateTimeOffset.FromUnixTimeSeconds(minute * SecondsPerMinute))
                .FindAll(minute => minute < until),
            cancellationToken);
    }

    private static long MinuteOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / SecondsPerMinute;
}
