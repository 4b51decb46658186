using System.Globalization;
using TutorBot.Core.Chat;
using TutorBot.Core.People;

namespace TutorBot.Core.Leaderboards;

/// <summary>Boards in words.</summary>
internal static class BoardText
{
    public static string Name(Period period) => period switch
    {
        Period.ThisWeek => "this week",
        Period.LastWeek => "last week",
        Period.Season => "this season",
        _ => "all time",
    };

    public static string Label(Period period) => Capitalised(Name(period));

    public static string Name(Board board) => board switch
    {
        Board.Growth => "growth",
        Board.Streak => "streak",
        Board.Groups => "groups",
        _ => "points",
    };

    public static string Label(Board board) => Capitalised(Name(board));

    /// <summary>A value with its unit.</summary>
    public static string Value(double value, Board board) => board switch
    {
        Board.Growth => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),
        Board.Streak => value == 1 ? "1 round" : string.Create(CultureInfo.InvariantCulture, $"{value:0} rounds"),
        _ => value.ToString("0.#", CultureInfo.InvariantCulture),
    };

    /// <summary>A place on a board; its bar is as long as its share of the first.</summary>
    public static RankingRow Row(Standing standing, string name, Standing first, Board board, bool isReader = false) => new(
        standing.Rank, MarkdownText.Plain(name), Value(standing.Value, board), Math.Clamp(standing.Value / Math.Max(first.Value, 1e-9), 0, 1), isReader);

    /// <summary>The gap to the next place in words.</summary>
    public static string Gap(IReadOnlyList<Standing> standings, PersonId reader, Board board)
    {
        if (standings.FirstOrDefault(standing => standing.Person == reader) is not { } own)
        {
            return "You are not on this board yet: answer a round, and you are.";
        }

        var tied = standings.Count(standing => standing.Rank == own.Rank) - 1;
        var shared = tied == 0 ? "" : tied == 1 ? ", shared with one other" : string.Create(CultureInfo.InvariantCulture, $", shared with {tied} others");
        if (own.Rank == 1)
        {
            var second = standings.FirstOrDefault(standing => standing.Rank > 1);
            return second is null || tied > 0 ? $"You are first{shared}." : $"You are first, {Difference(own.Value - second.Value, board)} ahead of the next.";
        }

        var above = standings.Last(standing => standing.Rank < own.Rank);
        return string.Create(CultureInfo.InvariantCulture, $"You are on place {own.Rank}{shared}; {Difference(above.Value - own.Value, board)} to place {above.Rank}.");
    }

    private static string Difference(double value, Board board) => board switch
    {
        Board.Streak => value == 1 ? "1 round" : string.Create(CultureInfo.InvariantCulture, $"{value:0} rounds"),
        Board.Growth => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value == 1 ? "1 point" : string.Create(CultureInfo.InvariantCulture, $"{value:0.#} points"),
    };

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
