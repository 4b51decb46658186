using System.Diagnostics;
using Microsoft.Data.Sqlite;
using TutorBot.Core.Chat;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>The database is locked, full or gone for a while: nothing is half stored, nobody is told that it was, and it mends itself.</summary>
public sealed class FaultsTests(SqliteFixture sqlite) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task ClickAsync_FileLocked_IsUnavailableAndWorksAfterwards()
    {
        var (round, people) = await RoundAsync(sqlite, 2);
        Assert.Equal(ClickOutcome.Stored, (await ClickAsync(sqlite, round, people[0])).Outcome);
        await using var other = new SqliteConnection(sqlite.Database.ConnectionString);
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var clock = Stopwatch.StartNew();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ClickAsync(sqlite, round, people[1]));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        await ExecuteAsync(other, "ROLLBACK");
        Assert.Equal([people[0]], (await sqlite.Rounds.AnswersAsync(round.Id, default)).Select(answer => answer.Person));
        Assert.Equal(ClickOutcome.Stored, (await ClickAsync(sqlite, round, people[1])).Outcome);
    }

    [Fact]
    public async Task ClickAsync_DiskFull_LosesNothingAcknowledged()
    {
        var fixture = new SqliteFixture();
        await fixture.InitializeAsync();
        try
        {
            var (round, people) = await RoundAsync(fixture, 60);
            await using var file = new SqliteConnection(fixture.Database.ConnectionString);
            await file.OpenAsync();
            // Each connection has its own limit; the pool hands out this one again and again.
            await using (var context = fixture.Database.Connect())
            {
                var connection = (SqliteConnection)Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(context.Database);
                await connection.OpenAsync();
                await ExecuteAsync(connection, "PRAGMA max_page_count = 1");
            }

            var stored = new List<PersonId>();
            var refused = 0;
            foreach (var person in people)
            {
                try
                {
                    var result = await fixture.Rounds.ClickAsync(round.Id, person, Long(person), default);
                    Assert.Equal(ClickOutcome.Stored, result.Outcome);
                    stored.Add(person);
                }
                catch (StorageUnavailableException)
                {
                    refused++;
                }
            }

            Assert.NotEqual(0, refused);
            Assert.Equal(stored, (await fixture.Rounds.AnswersAsync(round.Id, default)).Select(answer => answer.Person).OrderBy(person => person.Value));
            SqliteConnection.ClearPool(file);
            foreach (var person in people)
            {
                await fixture.Rounds.ClickAsync(round.Id, person, Long(person), default);
            }

            Assert.Equal(people, (await fixture.Rounds.AnswersAsync(round.Id, default)).Select(answer => answer.Person).OrderBy(person => person.Value));
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task ClickAsync_PostgresStoppedAndStarted_LosesNothingAcknowledged()
    {
        using var server = PostgresServer.Start();
        var fixture = new OwnPostgresFixture(server);
        await fixture.InitializeAsync();
        var (round, people) = await RoundAsync(fixture, 3);
        Assert.Equal(ClickOutcome.Stored, (await ClickAsync(fixture, round, people[0])).Outcome);

        server.Stop();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ClickAsync(fixture, round, people[1]));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => fixture.Rounds.CountAsync(round.Id, default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => fixture.CloseAsync(round));
        await Assert.ThrowsAsync<DatabaseException>(() => Database.OpenPostgresAsync(fixture.Database.ConnectionString, TimeProvider.System, default));
        server.Resume();

        Assert.Equal(ClickOutcome.Stored, (await ClickAsync(fixture, round, people[2])).Outcome);
        Assert.Equal([people[0], people[2]], (await fixture.Rounds.AnswersAsync(round.Id, default)).Select(answer => answer.Person).OrderBy(person => person.Value));
    }

    private static Click Long(PersonId person) => SampleRounds.Click(1, 1, id: $"{person.Value}/{new string('x', 3000)}");

    private static Task<ClickResult> ClickAsync(DatabaseFixture database, Round round, PersonId person) =>
        database.Rounds.ClickAsync(round.Id, person, SampleRounds.Click(1, 1), default);

    private static async Task<(Round Round, IReadOnlyList<PersonId> People)> RoundAsync(DatabaseFixture database, int count)
    {
        var (group, _) = await database.GroupAsync();
        return (await database.OpenAsync([group.Id]), await database.JoinAsync(group.Id, count));
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
