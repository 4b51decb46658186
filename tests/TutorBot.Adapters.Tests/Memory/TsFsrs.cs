using System.Diagnostics;
using System.Text.Json;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Memory;

/// <summary>Runs npm's ts-fsrs over 10,000 random histories, once for all tests; fetches it where it is not there.</summary>
public sealed class TsFsrs
{
    public const int Count = 10_000;
    private const string Seed = "20261126";
    private static readonly string Folder = Repository.PathOf("tests/conformance/fsrs");
    private readonly Lazy<Task<IReadOnlyList<FsrsHistory>>> _histories = new(ReadAsync);

    public Task<IReadOnlyList<FsrsHistory>> HistoriesAsync() => _histories.Value;

    private static async Task<IReadOnlyList<FsrsHistory>> ReadAsync()
    {
        if (VersionIn("node_modules/ts-fsrs/package.json", json => json.GetProperty("version"))
            != VersionIn("package.json", json => json.GetProperty("dependencies").GetProperty("ts-fsrs")))
        {
            await RunAsync(NodeFactAttribute.Npm, "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund");
        }

        var lines = await RunAsync(NodeFactAttribute.Node, "histories.mjs", Seed, $"{Count}");
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<FsrsHistory>(line, JsonSerializerOptions.Web) ?? throw new InvalidDataException(line))];
    }

    private static string? VersionIn(string file, Func<JsonElement, JsonElement> version)
    {
        var path = Path.Combine(Folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return version(json.RootElement).GetString();
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} in {Folder} ended with {process.ExitCode}: {await error}");
    }
}
