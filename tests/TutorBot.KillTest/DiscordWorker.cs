using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using TutorBot.TestSupport.Discord;

namespace TutorBot.KillTest;

/// <summary>The whole product in a process of its own, in a Discord of this one.</summary>
public sealed class DiscordWorker : IDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _marks = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _errors = new();

    private DiscordWorker(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has logged.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Starts it on what earlier ones left; it runs then, and connects.</summary>
    /// <param name="folder">Its data.</param>
    /// <param name="discord">Where it goes.</param>
    /// <param name="shift">How far its clock is set forward.</param>
    public static async Task<DiscordWorker> StartAsync(string folder, FakeDiscord discord, TimeSpan shift)
    {
        ArgumentNullException.ThrowIfNull(discord);
        var start = new ProcessStartInfo(
            "dotnet", [typeof(DiscordWorker).Assembly.Location, "discord-worker", folder, discord.ApiBaseUrl.AbsoluteUri, discord.Token, Text(shift)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var worker = new DiscordWorker(Process.Start(start) ?? throw new InvalidOperationException("The worker did not start."));
        await worker.UntilAsync(Mark.Ready);
        return worker;
    }

    /// <summary>Sets its clock forward.</summary>
    public async Task AdvanceAsync(TimeSpan span)
    {
        await _process.StandardInput.WriteLineAsync(Text(span));
        await _process.StandardInput.FlushAsync();
        await UntilAsync(Mark.Done);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();

    private static string Text(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);

    private void Hear(string? line)
    {
        if (line is null)
        {
            _marks.Writer.Complete();
        }
        else
        {
            _marks.Writer.TryWrite(line);
        }
    }

    private async Task UntilAsync(string mark)
    {
        await foreach (var line in _marks.Reader.ReadAllAsync())
        {
            if (line == mark)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The worker ended by itself: {Errors}");
    }
}
