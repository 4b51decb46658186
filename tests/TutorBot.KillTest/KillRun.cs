using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TutorBot.TestSupport;

namespace TutorBot.KillTest;

/// <summary>Starts the worker, kills it, and so on; then lets it finish and checks what is left.</summary>
public static class KillRun
{
    /// <summary>Each so-manieth is killed whatever it has done; the others once they have got something done.</summary>
    private const int Regardless = 3;

    /// <summary>A kill comes before any of so many commands of the database.</summary>
    private const int MostCommands = 400;

    /// <summary>Looked at after so many commands whether everything is finished, so often at most.</summary>
    private const int BetweenLooks = 20;
    private const int MostLooks = 5000;

    /// <summary>One worker on SQLite, for which a second is four minutes: what was counted, and every broken promise.</summary>
    /// <param name="kills">How often it is killed.</param>
    /// <param name="output">Told of progress.</param>
    public static Task<(string Counts, IReadOnlyList<string> Problems)> RunAsync(int kills, TextWriter output) =>
        RunAsync(kills, 1, null, 240, TimeSpan.FromMinutes(19), output);

    /// <summary>Two workers on one PostgreSQL, for which a second is two minutes, killed at random: each round is one worker's, whichever.</summary>
    /// <param name="kills">How often one of them is killed.</param>
    /// <param name="output">Told of progress.</param>
    public static async Task<(string Counts, IReadOnlyList<string> Problems)> RunTwoOnPostgresAsync(int kills, TextWriter output)
    {
        using var server = PostgresServer.Start();
        return await RunAsync(kills, 2, server.CreateDatabase(), 120, TimeSpan.FromMinutes(15), output);
    }

    private static async Task<(string Counts, IReadOnlyList<string> Problems)> RunAsync(
        int kills, int count, string? postgres, int factor, TimeSpan between, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var folder = Directory.CreateTempSubdirectory("kill").FullName;
        var workers = new List<RunningWorker>();
        try
        {
            FastTime.Start(folder, factor);
            if (postgres is not null)
            {
                RunDatabase.UsePostgres(folder, postgres);
            }

            await Setup.RunAsync(folder, between);
            for (var kill = 1; kill <= kills; kill++)
            {
                while (workers.Count < count)
                {
                    workers.Add(await RunningWorker.StartAsync(folder, $"{workers.Count}-{kill}"));
                }

                var index = RandomNumberGenerator.GetInt32(count);
                if (kill % Regardless != 0)
                {
                    await workers[index].SomethingDoneAsync();
                }

                await workers[index].CommandsAsync(RandomNumberGenerator.GetInt32(MostCommands));
                await KillAsync(workers, index);
                if (kill % 10 == 0)
                {
                    await output.WriteLineAsync($"{kill} kills");
                }
            }

            await FinishAsync(folder, workers);
            var (counts, problems) = Checker.Check(folder);
            return ($"{kills} kills: {counts}", problems);
        }
        finally
        {
            while (workers.Count > 0)
            {
                await KillAsync(workers, 0);
            }

            SqliteConnection.ClearAllPools();
            Npgsql.NpgsqlConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Nothing new is posted; what is open is closed and shown.</summary>
    private static async Task FinishAsync(string folder, List<RunningWorker> workers)
    {
        Execute(folder, "UPDATE schedules SET is_paused = (1 = 1)");
        workers.Add(await RunningWorker.StartAsync(folder, $"{workers.Count}-last"));
        for (var look = 0; look < MostLooks
            && Execute(folder, "SELECT (SELECT count(*) FROM rounds WHERE state = 0) + (SELECT count(*) FROM posts WHERE state NOT IN (3, 4))") > 0; look++)
        {
            await workers[^1].CommandsAsync(BetweenLooks);
        }
    }

    private static async Task KillAsync(List<RunningWorker> workers, int index)
    {
        using var worker = workers[index];
        workers.RemoveAt(index);
        await worker.KillAsync();
    }

    private static long Execute(string folder, string sql)
    {
        using var connection = RunDatabase.Connect(folder);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant texts of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
