using Spectre.Console;

namespace TutorBot;

/// <summary>Shows how far long work is: a bar that vanishes on a terminal, a line every few seconds elsewhere.</summary>
internal static class LongWork
{
    /// <summary>Does the work.</summary>
    /// <param name="done">What happens to each piece, as in "indexed".</param>
    /// <param name="total">How many pieces there are, or null where nobody knows.</param>
    /// <param name="errors">Where lines are written; a bar is drawn only if this is the terminal's standard error.</param>
    /// <param name="work">Told where to report how many pieces are done.</param>
    public static Task<T> RunAsync<T>(string done, int? total, TextWriter errors, Func<IProgress<int>, Task<T>> work)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(errors, Console.Error))
        {
            return work(new LineProgress(done, total, errors));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        return DrawAsync(console, done, total, work);
    }

    /// <summary>Draws the bar on this console.</summary>
    internal static Task<T> DrawAsync<T>(IAnsiConsole console, string done, int? total, Func<IProgress<int>, Task<T>> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns([new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), .. total is null ? [] : (ProgressColumn[])[new PercentageColumn()]])
            .StartAsync(context =>
            {
                var bar = context.AddTask(done, maxValue: Math.Max(1, total ?? 1));
                bar.IsIndeterminate = total is null;
                return work(new BarProgress(bar, done, total));
            });

    private sealed class BarProgress(ProgressTask bar, string done, int? total) : IProgress<int>
    {
        public void Report(int value)
        {
            bar.Description = LineProgress.Text(done, value, total);
            bar.Value = total is null ? 0 : value;
        }
    }
}
