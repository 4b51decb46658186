using System.Diagnostics;
using System.Globalization;

namespace TutorBot;

/// <summary>A line every few seconds of long work.</summary>
internal sealed class LineProgress(string done, int? total, TextWriter errors) : IProgress<int>
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
                errors.WriteLine(Text(done, value, total));
                _since.Restart();
            }
        }
    }

    /// <summary><c>indexed 7 of 50</c>, or <c>embedded 7</c> where nobody knows how many there are.</summary>
    public static string Text(string done, int value, int? total) =>
        string.Create(CultureInfo.InvariantCulture, $"{done} {value}{(total is { } all ? $" of {all}" : "")}");
}
