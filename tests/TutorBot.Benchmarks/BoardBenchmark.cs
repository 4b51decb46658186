using System.Diagnostics;
using Microsoft.Data.Sqlite;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Storage;

namespace TutorBot.Benchmarks;

/// <summary>
/// <c>/leaderboard</c> as a reader gets it, on SQLite: a group of 2,000 people with 100 rounds in twenty weeks, whose week is
/// ranked; and beside it other groups with a tenth of their rows, then with all: 1,000,000 rows of 10,000 people in the end.
/// </summary>
internal static class BoardBenchmark
{
    private const int Members = 2_000;
    private const int People = 10_000;
    private const int Rounds = 100;
    private const int OtherGroups = 20;
    private const int Timed = 60;
    private static readonly DateTimeOffset First = new(2026, 3, 2, 16, 30, 0, TimeSpan.Zero);
    private static readonly ChannelRef Channel = new("playground", "playground", "general");

    public static async Task<(double P95, double Growth)> RunAsync()
    {
        using var folder = new TemporaryFolder();
        var time = new FixedTime(First.AddDays(7 * (Rounds / 5 - 1) + 5));
        var database = await Database.OpenSqliteAsync(folder.PathOf("tutorbot.db"), time, default);
        await Console.Error.WriteLineAsync("filling: a group of 2,000 and a tenth of the others");
        await FillPeopleAsync(database, time);
        await FillRowsAsync(database, "own", Enumerable.Range(1, Members), 0, Rounds);
        await FillOthersAsync(database, 0, Rounds / 10);
        var few = await MeasureAsync(database, time);
        await Console.Error.WriteLineAsync("filling: the rest of 1,000,000 rows");
        await FillOthersAsync(database, Rounds / 10, Rounds);
        var many = await MeasureAsync(database, time);
        return (many.P95, many.P50 / few.P50);
    }

    private static async Task<Percentiles> MeasureAsync(Database database, TimeProvider time)
    {
        await Console.Error.WriteLineAsync("measuring: board");
        var (people, groups) = (new PeopleStore(database, new IgnoreKey(new byte[32]), time), new GroupStore(database));
        var (ledger, rounds) = (new LedgerStore(database), new RoundStore(database));
        var handler = new LeaderboardHandler(people, groups, ledger, new BoardReader(groups, ledger, rounds), time);
        var command = new ShowLeaderboard(new GroupId("own"), Period.ThisWeek, Board.Points);
        var times = new List<double>();
        for (var i = 0; i < Timed + 10; i++)
        {
            var reader = (i * 37 % Members) + 1;
            var request = new Request(command, new UserRef("playground", "playground", $"u{reader}"), Channel, $"Person {reader}");
            var started = Stopwatch.GetTimestamp();
            var reply = await handler.ShowAsync(request, command, default);
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (!reply.Blocks.OfType<Ranking>().Any())
            {
                throw new InvalidOperationException("The board is empty.");
            }

            if (i >= 10)
            {
                times.Add(elapsed);
            }
        }

        return Percentiles.Of(times);
    }

    private static async Task FillPeopleAsync(Database database, TimeProvider time)
    {
        var groups = new GroupStore(database);
        for (var group = 0; group <= OtherGroups; group++)
        {
            var name = group == 0 ? "own" : $"g{group}";
            await groups.TryCreateAsync(new Group(new GroupId(name), Channel with { Id = name }, name, "UTC", [], JoinPolicy.Open, ""), new PersonId(1_000_000 + group), First.AddDays(-1), default);
        }

        await InsertAsync(
            database,
            "INSERT INTO people (id, platform, realm, user_id, name, zone, visibility, is_reminded, seen_at, met_at) VALUES (@a, 'playground', 'playground', 'u' || @a, 'Person ' || @a, NULL, 0, 0, @b, 0)",
            Enumerable.Range(1, People).Select(person => new object[] { person, time.GetUtcNow().ToUnixTimeMilliseconds() }));
        await InsertAsync(
            database,
            "INSERT INTO members (group_id, person_id, state, is_captain, joined_at, left_at) VALUES (@a, @b, 0, 0, 0, NULL)",
            Enumerable.Range(1, People).Select(person => new object[] { GroupOf(person), person }));
    }

    private static async Task FillOthersAsync(Database database, int from, int until)
    {
        foreach (var group in Enumerable.Range(Members + 1, People - Members).GroupBy(GroupOf))
        {
            await FillRowsAsync(database, group.Key, group, from, until);
        }
    }

    private static string GroupOf(int person) => person <= Members ? "own" : $"g{(person % OtherGroups) + 1}";

    private static Task FillRowsAsync(Database database, string group, IEnumerable<int> people, int from, int until)
    {
        var all = people.ToList();
        return InsertAsync(
            database,
            "INSERT INTO ledger (key, group_id, person_id, round_id, reason, points, answered, \"right\", growth, at, recorded_at) VALUES (@a, @b, @c, @d, 0, @e, 1, @f, @g, @h, @h)",
            Enumerable.Range(from, until - from).SelectMany(round => all.Select(person =>
            {
                var points = (int[])[0, 6, 10, 16, 20, 22];
                var given = points[((person * 31) + (round * 17)) % points.Length];
                var at = First.AddDays((round / 5 * 7) + (round % 5)).ToUnixTimeMilliseconds();
                return new object[] { $"answer/{group}{round}/{group}/{person}", group, person, $"{group}{round}", given, given > 10 ? 1 : 0, given > 10 ? 0.4 : -0.6, at };
            })));
    }

    private static async Task InsertAsync(Database database, string sql, IEnumerable<object[]> rows)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var row in rows)
        {
            if (command.Parameters.Count == 0)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    command.Parameters.AddWithValue($"@{(char)('a' + i)}", row[i]);
                }

                await command.PrepareAsync();
            }

            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = row[i];
            }

            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
