using Microsoft.Data.Sqlite;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Storage;

namespace TutorBot.Benchmarks;

/// <summary>
/// A SQLite database as long use leaves it: 10,000 people in the reader's group and twenty others, each in one, and five
/// rounds a week that all of them answer. Rows come in the order in which rounds close, so that indexes are as scattered as in life.
/// </summary>
internal sealed class BoardFile(Database database, int members)
{
    /// <summary>People with an account.</summary>
    public const int People = 10_000;

    /// <summary>Weeks that the reader's group has played.</summary>
    public const int Weeks = 60;

    /// <summary>The reader's group.</summary>
    public const string Own = "own";

    private const int RoundsPerWeek = 5;
    private const int OtherGroups = 20;
    private static readonly int[] Points = [0, 6, 10, 16, 20, 22];
    private static readonly DateTimeOffset ThisMonday = new(2026, 7, 13, 16, 30, 0, TimeSpan.Zero);

    /// <summary>It is Saturday: all rounds of the week are closed.</summary>
    public static TimeProvider Time { get; } = new FixedTime(ThisMonday.AddDays(RoundsPerWeek));

    /// <summary>Where the reader asks.</summary>
    public static ChannelRef Channel { get; } = new("playground", "playground", "general");

    /// <summary>The database.</summary>
    public Database Database => database;

    /// <summary>Makes one.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="members">How many of the people are in the reader's group: the first ones.</param>
    /// <param name="otherWeeks">How many weeks the other groups have played.</param>
    public static async Task<BoardFile> CreateAsync(TemporaryFolder folder, int members, int otherWeeks)
    {
        var database = await Database.OpenSqliteAsync(folder.PathOf($"weeks{otherWeeks}.db"), Time, default);
        var file = new BoardFile(database, members);
        await file.FillPeopleAsync();
        await file.FillHistoryAsync(otherWeeks);
        return file;
    }

    private static long CloseOf(int weeksAgo, int day) => ThisMonday.AddDays((-7 * weeksAgo) + day).ToUnixTimeMilliseconds();

    private string GroupOf(int person) => person <= members ? Own : $"g{(person % OtherGroups) + 1}";

    private async Task FillPeopleAsync()
    {
        var groups = new GroupStore(database);
        var first = DateTimeOffset.FromUnixTimeMilliseconds(CloseOf(Weeks, 0));
        foreach (var name in Enumerable.Range(1, OtherGroups).Select(group => $"g{group}").Prepend(Own))
        {
            await groups.TryCreateAsync(new Group(new GroupId(name), Channel with { Id = name }, name, "UTC", [], JoinPolicy.Open, ""), new PersonId(1_000_000), first, default);
        }

        await using var connection = await ConnectAsync();
        await InsertAsync(
            connection,
            "INSERT INTO people (id, platform, realm, user_id, name, zone, visibility, is_reminded, seen_at, met_at) VALUES (@a, 'playground', 'playground', 'u' || @a, 'Person ' || @a, NULL, 0, 0, @b, 0)",
            Enumerable.Range(1, People).Select(person => new object[] { person, Time.GetUtcNow().ToUnixTimeMilliseconds() }));
        await InsertAsync(
            connection,
            "INSERT INTO members (group_id, person_id, state, is_captain, joined_at, left_at) VALUES (@a, @b, 0, 0, 0, NULL)",
            Enumerable.Range(1, People).Select(person => new object[] { GroupOf(person), person }));
    }

    /// <summary>Week by week, round by round, group by group.</summary>
    private async Task FillHistoryAsync(int otherWeeks)
    {
        var groups = Enumerable.Range(1, People).GroupBy(GroupOf).Select(group => (Name: group.Key, People: group.ToList())).ToList();
        await using var connection = await ConnectAsync();
        for (var ago = Math.Max(otherWeeks, Weeks) - 1; ago >= 0; ago--)
        {
            var rounds = Enumerable.Range(0, RoundsPerWeek)
                .SelectMany(day => groups.Where(group => ago < (group.Name == Own ? Weeks : otherWeeks)).Select(group => (Id: $"{group.Name}-{ago}-{day}", group.Name, group.People, At: CloseOf(ago, day))))
                .ToList();
            await InsertAsync(
                connection,
                "INSERT INTO rounds (id, schedule_id, day, kind, occasion, number, state, card, question, right_options, deck_title, salt, opens_at, closes_at, is_outage, regrades) "
                    + "VALUES (@a, @b, @c / 86400000, 0, @a, 1, 1, 'deck/card', '', '0', 'Deck', '', @c - 25200000, @c, 0, 0)",
                rounds.Select(round => new object[] { round.Id, round.Name, round.At }));
            await InsertAsync(
                connection,
                "INSERT INTO round_groups (round_id, group_id, closes_at) VALUES (@a, @b, @c)",
                rounds.Select(round => new object[] { round.Id, round.Name, round.At }));
            await InsertAsync(
                connection,
                "INSERT INTO answers (round_id, person_id, choice, stake, is_hinted, removed, at, event, chosen_at, clicks) VALUES (@a, @b, 0, 1, 0, NULL, @c, '', @c, '')",
                rounds.Where(round => round.Name == Own).SelectMany(round => round.People.Select(person => new object[] { round.Id, person, round.At })));
            await InsertAsync(
                connection,
                "INSERT INTO ledger (key, group_id, person_id, round_id, reason, points, answered, \"right\", growth, at, recorded_at) VALUES (@a, @b, @c, @d, 0, @e, 1, @f, @g, @h, @h)",
                rounds.SelectMany(round => round.People.Select(person =>
                {
                    var points = Points[((person * 31) + (round.At / 86_400_000 * 17)) % Points.Length];
                    return new object[] { $"answer/{round.Id}/{round.Name}/{person}", round.Name, person, round.Id, points, points > 10 ? 1 : 0, points > 10 ? 0.4 : -0.6, round.At };
                })));
        }

        // What a server that runs for weeks has done too: readers find the rows in the database, not in its log.
        await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>As quick as the file allows: a fill that the machine loses can be done again.</summary>
    private async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA wal_autocheckpoint = 50000");
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task InsertAsync(SqliteConnection connection, string sql, IEnumerable<object[]> rows)
    {
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (command.Parameters.Count <= i)
                {
                    command.Parameters.AddWithValue($"@{(char)('a' + i)}", row[i]);
                }
                else
                {
                    command.Parameters[i].Value = row[i];
                }
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
