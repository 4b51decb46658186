using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace TutorBot.KillTest;

/// <summary>Starts the worker, kills it, and so on; then lets it finish and checks what is left.</summary>
public static class KillRun
{
    /// <summary>Each so-manieth start is killed while it may still be starting; the others once they have got something done.</summary>
    private const int StartingUp = 3;
    private const int LongestLife = 1500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(90);

    /// <summary>What was counted, and every broken promise.</summary>
    /// <param name="kills">How often it is killed.</param>
    /// <param name="output">Told of progress.</param>
    public static async Task<(string Counts, IReadOnlyList<string> Problems)> RunAsync(int kills, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var folder = Directory.CreateTempSubdirectory("kill").FullName;
        try
        {
            await Setup.RunAsync(folder);
            for (var kill = 1; kill <= kills; kill++)
            {
                using var worker = await StartAsync(folder);
                if (kill % StartingUp != 0)
                {
                    await AnythingAsync(folder);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(LongestLife)), TimeProvider.System);
                worker.Kill(entireProcessTree: true);
                await worker.WaitForExitAsync();
                if (kill % 10 == 0)
                {
                    await output.WriteLineAsync($"{kill} kills");
                }
            }

            Execute(folder, "UPDATE schedules SET is_paused = 1");
            using (var worker = await StartAsync(folder))
            {
                var started = Stopwatch.GetTimestamp();
                while (Execute(folder, "SELECT (SELECT count(*) FROM rounds WHERE state = 0) + (SELECT count(*) FROM posts WHERE state NOT IN (3, 4))") > 0
                    && Stopwatch.GetElapsedTime(started) < Finishing)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
                }

                worker.Kill(entireProcessTree: true);
                await worker.WaitForExitAsync();
            }

            var (counts, problems) = Checker.Check(folder);
            return ($"{kills} kills: {counts}", problems);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
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

    private static async Task<Process> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillRun).Assembly.Location, "worker", folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var worker = Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
        if (await worker.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException($"The worker did not start: {await worker.StandardError.ReadToEndAsync()}");
        }

        return worker;
    }

    private static long Execute(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "tutorbot.db")};Default Timeout=10");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant texts of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
