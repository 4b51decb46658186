using TutorBot.Core.Leaderboards;

namespace TutorBot.Benchmarks;

/// <summary>
/// <c>/leaderboard</c> as a reader gets it, on SQLite: a group of 2,000 people with 600,000 rows of 60 weeks, among other
/// groups with 400,000 rows of 8,000 people; and the same group in a second file, where the others have ten times as many.
/// The two are read in turn.
/// </summary>
internal static class BoardBenchmark
{
    private const int Members = 2_000;
    private const int OtherWeeks = 10;
    private const int TimesTheRows = 10;

    public static async Task<BoardResults> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await Console.Error.WriteLineAsync("filling: 1,000,000 rows");
        var few = await BoardFile.CreateAsync(folder, Members, OtherWeeks);
        await Console.Error.WriteLineAsync("filling: the same with ten times the rows of other groups");
        var many = await BoardFile.CreateAsync(folder, Members, OtherWeeks * TimesTheRows);
        await Console.Error.WriteLineAsync("measuring: boards");
        var (one, other) = (new BoardReading(few.Database, Members), new BoardReading(many.Database, Members));
        return new BoardResults(
            await MeasureAsync(one, other, Period.ThisWeek, Board.Points, 200),
            await MeasureAsync(one, other, Period.Season, Board.Points, 60),
            await MeasureAsync(one, other, Period.ThisWeek, Board.Streak, 20));
    }

    private static async Task<BoardTimes> MeasureAsync(BoardReading one, BoardReading other, Period period, Board board, int times)
    {
        var (few, many) = (new List<double>(), new List<double>());
        for (var i = -times / 10; i < times; i++)
        {
            var (first, second) = (await one.ReadAsync(period, board), await other.ReadAsync(period, board));
            if (i >= 0)
            {
                few.Add(first);
                many.Add(second);
            }
        }

        var (without, with) = (Percentiles.Of(few), Percentiles.Of(many));
        return new BoardTimes(without.P95, with.P95, with.P50 / without.P50);
    }
}
