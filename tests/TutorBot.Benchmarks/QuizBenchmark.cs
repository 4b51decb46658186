using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>
/// What the quiz costs where it could grow: answers, boards, closes, schedules. The ratio of an answer to a bare INSERT is the
/// worse one of the two databases, and the growth of boards that of the worst board. Without PostgreSQL its figures are null.
/// Figures of one run compare with each other only.
/// </summary>
internal static class QuizBenchmark
{
    public static async Task<int> RunAsync(bool isJson)
    {
        var sqlite = await PartAsync<Answers>("sqlite");
        var postgres = PostgresServer.IsMissing ? null : await PartAsync<Answers>("postgres");
        if (postgres is null)
        {
            await Console.Error.WriteLineAsync("PostgreSQL is not there, so its figures are missing: apt-get install postgresql");
        }

        var boards = await PartAsync<BoardResults>("board");
        var close = await PartAsync<double>("close");
        var start = await StartBenchmark.RunAsync();
        var growth = new[] { boards.Week, boards.Season, boards.Streak }.Max(board => board.Growth);
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                answersPerSecondSqlite = sqlite.PerSecond,
                answersPerSecondPostgres = postgres?.PerSecond,
                answerToInsertRatio = Math.Max(sqlite.Ratio, postgres?.Ratio ?? 0),
                answerToInsertRatioSqlite = sqlite.Ratio,
                answerToInsertRatioPostgres = postgres?.Ratio,
                boardP95Ms = boards.Week.P95,
                boardGrownP95Ms = boards.Week.GrownP95,
                boardSeasonP95Ms = boards.Season.P95,
                boardStreakP95Ms = boards.Streak.P95,
                boardGrowthRatio = growth,
                close5000Ms = close,
                start1000Ms = start.Many,
                start1Ms = start.One,
                startTriggers1000Ms = start.ManyTriggers,
            }));
            return 0;
        }

        var table = new Table().AddColumns("what", "measured", "goal");
        Row(table, "answers stored a second, SQLite / PostgreSQL", $"{sqlite.PerSecond:F0} / {postgres?.PerSecond:F0}", "");
        Row(table, "answer / bare INSERT, SQLite / PostgreSQL", $"{sqlite.Ratio:F2} / {postgres?.Ratio:F2}", "≤ 3");
        Row(table, "board over 1,000,000 rows and 10,000 people, p95", $"{boards.Week.P95:F1} ms", "≤ 50 ms");
        Row(table, "its season, its streaks, p95", $"{boards.Season.P95:F1} ms, {boards.Streak.P95:F1} ms", "");
        Row(table, "the worst of them at ten times the rows of other groups", $"{growth:F2} ×", "≤ 2 ×");
        Row(table, "close of a round with 5,000 answers", $"{close:F0} ms", "≤ 1000 ms");
        Row(table, "start with 1 schedule / with 1,000", $"{start.One:F0} / {start.Many:F0} ms", "≤ 2 ×");
        Row(table, "until 1,000 schedules without triggers have theirs", $"{start.ManyTriggers:F0} ms", "");
        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<T> PartAsync<T>(string part)
    {
        await Console.Error.WriteLineAsync($"part: {part}");
        return (await PartProcess.RunAsync("quiz-part", part)).Deserialize<T>() ?? throw new InvalidOperationException($"The part {part} gave no figures.");
    }

    private static void Row(Table table, string what, FormattableString measured, string goal) =>
        table.AddRow(what, measured.ToString(CultureInfo.InvariantCulture), goal);
}
