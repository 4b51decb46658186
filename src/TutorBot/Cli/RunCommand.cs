using System.CommandLine;
using TutorBot.Settings;

namespace TutorBot.Cli;

/// <summary><c>tutorbot run</c>: starts the worker.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Start the worker: the playground in a browser");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var settings = StartCheck.Read(SettingsSources.Build(), null, mustKeep: true, Console.Error);
        await using var worker = await Worker.StartAsync(settings, Console.Out, Console.Error, cancellationToken).ConfigureAwait(false);
        await worker.WaitAsync(cancellationToken).ConfigureAwait(false);
        return 0;
    }
}
