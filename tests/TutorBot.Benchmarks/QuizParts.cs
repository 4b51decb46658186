using System.Globalization;
using System.Text.Json;

namespace TutorBot.Benchmarks;

/// <summary>What is measured in a process of its own; each part prints one JSON value.</summary>
internal static class QuizParts
{
    public static async Task<int> RunAsync(string part, params string[] arguments)
    {
        object result = (part, arguments) switch
        {
            ("sqlite", []) => await AnswersBenchmark.OnSqliteAsync(),
            ("postgres", []) => await AnswersBenchmark.OnPostgresAsync(),
            ("board", []) => await BoardBenchmark.RunAsync(),
            ("close", []) => await CloseBenchmark.RunAsync(),
            ("start", [var data, var triggers]) => await StartBenchmark.HereAsync(data, int.Parse(triggers, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"There is no part \"{part}\".", nameof(part)),
        };
        Console.WriteLine(JsonSerializer.Serialize(result));
        return 0;
    }
}
