using System.Diagnostics;

namespace TutorBot;

/// <summary>A line every few seconds of long work.</summary>
internal sealed class LineProgress(string done, int total, TextWriter errors) : IProgress<int>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Lock _lock = new();

    public void Report(int value)
    {
        lock (_lock)
        {
            if (_since.Elapsed >= Every)
            {
                errors.WriteLine($"{done} {value} of {total}");
                _since.Restart();
            }
        }
    }
}
