using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TutorBot.TestSupport;

namespace TutorBot.KillTest;

/// <summary>Starts the worker, kills it, and so on; then lets it finish and checks what is left.</summary>
public static class KillRun
{
    /// <summary>Each so-manieth start is killed while it may still be starting; the others once they have got something done.</summary>
    private const int StartingUp = 3;
    private const int LongestLife = 1500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(180);

    /// <summary>One worker on SQLite, for which a second is four minutes: what was counted, and every broken promise.</summary>
    /// <param name="kills">How often it is killed.</param>
    /// <param name="output">Told of progress.</param>
    public static Task<(string Counts, IReadOnlyList<string> Problems)> RunAsync(int kills, TextWriter output) =>
        RunAsync(kills, 1, null, 240, TimeSpan.FromMinutes(19), output);

    /// <summary>Two workers on one PostgreSQL, for which a second is a minute, killed at random: each round is one worker's, whichever.</summary>
    /// <param name="kills">How often one of them is killed.</param>
    /// <param name="output">Told of progress.</param>
    public static async Task<(string Counts, IReadOnlyList<string> Problems)> RunTwoOnPostgresAsync(int kills, TextWriter output)
    {
        using var server = PostgresServer.Start();
        return await RunAsync(kills, 2, server.CreateDatabase(), 60, TimeSpan.FromMinutes(5), output);
    }

    private static async Task<(string Counts, IReadOnlyList<string> Problems)> RunAsync(
        int kills, int count, string? postgres, int factor, TimeSpan between, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var folder = Directory.CreateTempSubdirectory("kill").FullName;
        var workers = new List<Process>();
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
                    workers.Add(await StartAsync(folder, $"{workers.Count}-{kill}"));
                }

                if (kill % StartingUp != 0)
                {
                    await AnythingAsync(folder);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(LongestLife)), TimeProvider.System);
                await KillAsync(workers, RandomNumberGenerator.GetInt32(count));
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
    private static async Task FinishAsync(string folder, List<Process> workers)
    {
        Execute(folder, "UPDATE schedules SET is_paused = (1 = 1)");
        workers.Add(await StartAsync(folder, $"{workers.Count}-last"));
        var started = Stopwatch.GetTimestamp();
        while (Execute(folder, "SELECT (SELECT count(*) FROM rounds WHERE state = 0) + (SELECT count(*) FROM posts WHERE state NOT IN (3, 4))") > 0
            && Stopwatch.GetElapsedTime(started) < Finishing)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private static async Task KillAsync(List<Process> workers, int index)
    {
        using var worker = workers[index];
        workers.RemoveAt(index);
        worker.Kill(entireProcessTree: true);
        await worker.WaitForExitAsync();
    }

    /// <summary>Until something more is shown or acknowledged: on a busy machine little happens in a second.</summary>
    private static async Task AnythingAsync(string folder)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), Size());
        while (Size() == before && Stopwatch.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        long Size() => Directory.EnumerateFiles(folder, "*.log").Sum(file => new FileInfo(file).Length);
    }

    private static async Task<Process> StartAsync(string folder, string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillRun).Assembly.Location, "worker", folder, name]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var worker = Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
        if (await worker.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException($"The worker did not start: {await worker.StandardError.ReadToEndAsync()}");
        }

        return worker;
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
