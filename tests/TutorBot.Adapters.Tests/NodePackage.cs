using System.Diagnostics;
using System.Text.Json;
using TutorBot.Adapters.Tests.Memory;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests;

/// <summary>A package of npm that ours are compared with, and the script that runs it.</summary>
/// <param name="name">The package's name.</param>
/// <param name="folder">Holds package.json with its exact version, and the script; from the root of the repository.</param>
internal sealed class NodePackage(string name, string folder)
{
    private readonly string _folder = Repository.PathOf(folder);

    /// <summary>Fetches the package where it is not there in this version.</summary>
    public async Task InstallAsync()
    {
        if (VersionIn($"node_modules/{name}/package.json", json => json.GetProperty("version"))
            != VersionIn("package.json", json => json.GetProperty("dependencies").GetProperty(name)))
        {
            await RunAsync(NodeFactAttribute.Npm, [], "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund");
        }
    }

    /// <summary>Installs the package, gives its script these lines and hands back those that it writes.</summary>
    public async Task<IReadOnlyList<string>> RunScriptAsync(IEnumerable<string> input, params string[] arguments)
    {
        await InstallAsync();
        var output = await RunAsync(NodeFactAttribute.Node, input, arguments);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>How a program is started in the package's folder with its streams in our hands.</summary>
    public ProcessStartInfo StartOf(string program, params string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    };

    private string? VersionIn(string file, Func<JsonElement, JsonElement> version)
    {
        var path = Path.Combine(_folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return version(json.RootElement).GetString();
    }

    private async Task<string> RunAsync(string program, IEnumerable<string> input, params string[] arguments)
    {
        using var process = Process.Start(StartOf(program, arguments)) ?? throw new InvalidOperationException($"{program} did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        foreach (var line in input)
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} in {_folder} ended with {process.ExitCode}: {await error}");
    }
}
