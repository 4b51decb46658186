using System.Diagnostics;
using System.Globalization;
using TutorBot.TestSupport;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Benchmarks;

/// <summary>The product as it is started by whoever runs it: a process of its own, set by its environment.</summary>
internal sealed class TutorProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TutorProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>Megabytes of its memory that are resident.</summary>
    public double ResidentMb
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Seconds of processor time that it has used.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Starts it with the shipped deck and model and SQLite, without the playground; it is connected then. What it logs goes where our own reports go.</summary>
    /// <param name="discord">Where it goes.</param>
    /// <param name="data">Its data folder.</param>
    public static async Task<TutorProcess> StartAsync(FakeDiscord discord, string data)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, "run"]) { RedirectStandardOutput = true, WorkingDirectory = Repository.Root };
        foreach (var (name, value) in ((string, string)[])
            [
                ("Discord__Token", discord.Token), ("Discord__ApiBaseUrl", discord.ApiBaseUrl.AbsoluteUri), ("Discord__Shards", "0"), ("Discord__GuildCommands", ""),
                ("Data__Folder", data), ("Database__Postgres", ""), ("Chat__Endpoint", ""), ("Playground__Enabled", "false"), ("Playground__Url", "http://127.0.0.1:0"),
            ])
        {
            start.Environment[name] = value;
        }

        var tutor = new TutorProcess(Process.Start(start) ?? throw new InvalidOperationException("The tutor did not start."));
        await tutor._ready.Task;
        await discord.WaitUntilConnectedAsync();
        return tutor;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _ready.TrySetException(new InvalidOperationException("The tutor ended by itself."));
        }
        else if (line.StartsWith("ready ", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
