using System.Diagnostics;
using TutorBot.Adapters.Tests.Memory;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>An unmodified discord.js that runs tests/conformance/discord/bot.mjs; fetched where it is not there.</summary>
internal sealed class DiscordJsBot : IDisposable
{
    private static readonly NodePackage Package = new("discord.js", "tests/conformance/discord");

    private readonly Process _process;
    private readonly Task<string> _errors;

    private DiscordJsBot(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public static async Task<DiscordJsBot> StartAsync(FakeDiscord discord, FakeChannel channel, FakeUser user)
    {
        await Package.InstallAsync();
        var start = Package.StartOf(NodeFactAttribute.Node, "bot.mjs");
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
            throw new InvalidOperationException($"{_process.StartInfo.FileName} bot.mjs ended with {_process.ExitCode}: {await _errors}");
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
}
