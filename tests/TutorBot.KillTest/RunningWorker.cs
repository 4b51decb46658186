using System.Diagnostics;

namespace TutorBot.KillTest;

/// <summary>A worker in a process of its own, followed by what it says.</summary>
internal sealed class RunningWorker : IDisposable
{
    private readonly Process _process;
    private readonly SemaphoreSlim _commands = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private bool _isOver;

    private RunningWorker(Process process) => _process = process;

    /// <summary>Starts one; it is ready then.</summary>
    public static async Task<RunningWorker> StartAsync(string folder, string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RunningWorker).Assembly.Location, "worker", folder, name]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
        while (await process.StandardOutput.ReadLineAsync() is var line && line != Mark.Ready)
        {
            if (line is null)
            {
                throw new InvalidOperationException($"The worker did not start: {await process.StandardError.ReadToEndAsync()}");
            }
        }

        var worker = new RunningWorker(process);
        _ = worker.ListenAsync();
        return worker;
    }

    /// <summary>Until it has sent the database so many more commands.</summary>
    public Task CommandsAsync(int count) => NextAsync(_commands, count);

    /// <summary>Until it has shown or acknowledged something more.</summary>
    public Task SomethingDoneAsync() => NextAsync(_done, 1);

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        _process.Dispose();
        _commands.Dispose();
        _done.Dispose();
    }

    /// <summary>What was said before is past.</summary>
    private async Task NextAsync(SemaphoreSlim marks, int count)
    {
        while (marks.Wait(0))
        {
        }

        for (var i = 0; i < count; i++)
        {
            await marks.WaitAsync();
            if (_isOver)
            {
                throw new InvalidOperationException($"A worker ended by itself: {await _process.StandardError.ReadToEndAsync()}");
            }
        }
    }

    /// <summary>Reads on to the end, so that the worker never waits for its output.</summary>
    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            (line == Mark.Done ? _done : _commands).Release();
        }

        _isOver = true;
        _commands.Release();
        _done.Release();
    }
}
