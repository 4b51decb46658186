using System.Diagnostics;
using System.Text.Json;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>One part of a benchmark in a process of its own, so that memory, compiled code and warm caches are its own.</summary>
internal static class PartProcess
{
    /// <summary>Runs this program again with other arguments.</summary>
    /// <returns>The JSON that the part prints as its last line.</returns>
    public static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var output = await RunAsync("dotnet", [typeof(PartProcess).Assembly.Location, .. arguments], null, Repository.Root);
        return JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;
    }

    /// <summary>Runs another program.</summary>
    /// <param name="program">Which.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads; null: nothing.</param>
    /// <param name="folder">Where it runs.</param>
    /// <returns>What it prints. What it reports goes where our own reports go.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, string[] arguments, string? input, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = folder };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
