using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>
/// An answer as people give it (one transaction that checks the round, keeps the click and what it makes of the answer) beside
/// a bare INSERT that is as safe on the disk, in turn, on one connection each to the same database.
/// </summary>
internal static class AnswersBenchmark
{
    private const int WarmUps = 300;
    private const int Timed = 1500;

    public static async Task<Answers> OnSqliteAsync()
    {
        await Console.Error.WriteLineAsync("measuring: answers on SQLite");
        using var file = new TemporaryFolder();
        return await RunAsync(await Database.OpenSqliteAsync(file.PathOf("tutorbot.db"), TimeProvider.System, default));
    }

    public static async Task<Answers> OnPostgresAsync()
    {
        await Console.Error.WriteLineAsync("measuring: answers on PostgreSQL");
        using var server = PostgresServer.Start(isDurable: true);
        var result = await RunAsync(await Database.OpenPostgresAsync(server.CreateDatabase(), TimeProvider.System, default));
        Npgsql.NpgsqlConnection.ClearAllPools();
        return result;
    }

    private static async Task<Answers> RunAsync(Database database)
    {
        var rounds = new RoundStore(database);
        var round = SampleRounds.Round([new GroupId("g")]);
        await rounds.TryOpenAsync(round, [SampleRounds.Post(round)], default);
        await using var context = database.Connect();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("CREATE TABLE bare (round_id TEXT NOT NULL, person_id BIGINT NOT NULL, choice INT NOT NULL, event TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (round_id, person_id))");
        var (answers, inserts) = (new List<double>(), new List<double>());
        for (var i = 1; i <= WarmUps + Timed; i++)
        {
            var click = SampleRounds.Click(i / 100.0, i % 4);
            var started = Stopwatch.GetTimestamp();
            await rounds.ClickAsync(round.Id, new PersonId(i), click, default);
            var answer = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            started = Stopwatch.GetTimestamp();
            await InsertAsync(context.Database.GetDbConnection(), round.Id.Value, i, click);
            var insert = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (i > WarmUps)
            {
                answers.Add(answer);
                inserts.Add(insert);
            }
        }

        return new Answers(1000 / answers.Average(), Percentiles.Of(answers).P50 / Percentiles.Of(inserts).P50);
    }

    private static async Task InsertAsync(DbConnection connection, string round, int person, Click click)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO bare VALUES (@round, @person, @choice, @event, @at)";
        foreach (var (name, value) in new (string, object)[] { ("round", round), ("person", (long)person), ("choice", click.Choice ?? 0), ("event", click.Event), ("at", click.At.ToUnixTimeMilliseconds()) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{name}", value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
