using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>What the quiz costs where it could grow: answers, boards, closes, schedules. Figures of one run compare with each other only.</summary>
internal static class QuizBenchmark
{
    public static async Task<int> RunAsync(bool isJson)
    {
        var sqlite = await AnswersBenchmark.OnSqliteAsync();
        var postgres = PostgresServer.IsMissing ? null : await AnswersBenchmark.OnPostgresAsync();
        if (postgres is null)
        {
            await Console.Error.WriteLineAsync("PostgreSQL is not there, so its figures are missing: apt-get install postgresql");
        }

        var board = await BoardBenchmark.RunAsync();
        var close = await CloseBenchmark.RunAsync();
        var start = await StartBenchmark.RunAsync();
        var ratio = Math.Max(sqlite.Ratio, postgres?.Ratio ?? 0);
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                answersPerSecondSqlite = sqlite.PerSecond,
                answersPerSecondPostgres = postgres?.PerSecond,
                answerToInsertRatio = ratio,
                answerToInsertRatioSqlite = sqlite.Ratio,
                answerToInsertRatioPostgres = postgres?.Ratio,
                boardP95Ms = board.P95,
                boardGrowthRatio = board.Growth,
                close5000Ms = close,
                start1000Ms = start.Many,
                start1Ms = start.One,
            }));
            return 0;
        }

        var table = new Table().AddColumns("what", "measured", "goal");
        Row(table, "answers stored a second, SQLite", $"{sqlite.PerSecond:F0}", "");
        Row(table, "answers stored a second, PostgreSQL", $"{postgres?.PerSecond:F0}", "");
        Row(table, "answer / bare INSERT, SQLite", $"{sqlite.Ratio:F2}", "≤ 3");
        Row(table, "answer / bare INSERT, PostgreSQL", $"{postgres?.Ratio:F2}", "≤ 3");
        Row(table, "board over 1,000,000 rows and 10,000 people, p95", $"{board.P95:F1} ms", "≤ 50 ms");
        Row(table, "the same at ten times the rows of other groups", $"{board.Growth:F2} ×", "≤ 2 ×");
        Row(table, "close of a round with 5,000 answers", $"{close:F0} ms", "≤ 1000 ms");
        Row(table, "start with 1 schedule / with 1,000", $"{start.One:F0} / {start.Many:F0} ms", "≤ 2 ×");
        AnsiConsole.Write(table);
        return 0;
    }

    private static void Row(Table table, string what, FormattableString measured, string goal) =>
        table.AddRow(what, measured.ToString(CultureInfo.InvariantCulture), goal);
}
