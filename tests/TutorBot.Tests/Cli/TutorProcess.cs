using System.Diagnostics;
using System.Text;
using TutorBot.TestSupport;

namespace TutorBot.Tests.Cli;

/// <summary>The real program in a process of its own.</summary>
internal static class TutorProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Its data folder lies in it, unless the settings name another.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="arguments">The verb and what follows it.</param>
    /// <param name="settings">Environment variables.</param>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string folder, byte[] input, string[] arguments, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tutorbot.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["Data__Folder"] = Path.Combine(folder, "data");
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input.
        }

        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
