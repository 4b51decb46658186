using System.Diagnostics;
using System.Text.Json;
using TutorBot.Adapters.Tests.Memory;
using TutorBot.TestSupport;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>An unmodified discord.js that runs tests/conformance/discord/bot.mjs; fetched where it is not there.</summary>
internal sealed class DiscordJsBot : IDisposable
{
    private static readonly string Folder = Repository.PathOf("tests/conformance/discord");

    private readonly Process _process;
    private readonly Task<string> _errors;

    private DiscordJsBot(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public static async Task<DiscordJsBot> StartAsync(FakeDiscord discord, FakeChannel channel, FakeUser user)
    {
        if (VersionIn("node_modules/discord.js/package.json", json => json.GetProperty("version"))
            != VersionIn("package.json", json => json.GetProperty("dependencies").GetProperty("discord.js")))
        {
            using var npm = new DiscordJsBot(Start(NodeFactAttribute.Npm, "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"));
            await npm._process.StandardOutput.ReadToEndAsync();
            await npm.EndAsync();
        }

        var start = StartOf(NodeFactAttribute.Node, "bot.mjs");
        // discord.js adds the version itself.
        start.Environment["DISCORD_API"] = discord.ApiBaseUrl.AbsoluteUri[..^"/v10".Length];
        start.Environment["DISCORD_TOKEN"] = discord.Token;
        start.Environment["DISCORD_CHANNEL"] = channel.Id;
        start.Environment["DISCORD_USER"] = user.Id;
        return new DiscordJsBot(Process.Start(start) ?? throw new InvalidOperationException("node did not start."));
    }

    /// <summary>The next line that it printed; null at its end.</summary>
    public async Task<string?> LineAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>Lets it go on.</summary>
    public async Task GoOnAsync()
    {
        await _process.StandardInput.WriteLineAsync("go");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for its end, which has to be a good one.</summary>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{_process.StartInfo.FileName} in {Folder} ended with {_process.ExitCode}: {await _errors}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(StartOf(program, arguments)) ?? throw new InvalidOperationException($"{program} did not start.");

    private static ProcessStartInfo StartOf(string program, params string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
    };

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
}
