using System.Diagnostics;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Storage;

namespace TutorBot.Benchmarks;

/// <summary><c>/leaderboard</c> as a reader gets it: from the command to the reply.</summary>
internal sealed class BoardReading(Database database, int members)
{
    private readonly LeaderboardHandler _handler = HandlerOn(database);
    private int _calls;

    /// <summary>Milliseconds of one board, each time of another reader.</summary>
    /// <exception cref="InvalidOperationException">It has no rows.</exception>
    public async Task<double> ReadAsync(Period period, Board board)
    {
        var reader = (_calls++ * 37 % members) + 1;
        var command = new ShowLeaderboard(new GroupId(BoardFile.Own), period, board);
        var request = new Request(command, new UserRef("playground", "playground", $"u{reader}"), BoardFile.Channel, $"Person {reader}");
        var started = Stopwatch.GetTimestamp();
        var reply = await _handler.ShowAsync(request, command, default);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return reply.Blocks.OfType<Ranking>().Any() ? elapsed : throw new InvalidOperationException("The board is empty.");
    }

    private static LeaderboardHandler HandlerOn(Database database)
    {
        var (people, groups, ledger) = (new PeopleStore(database, new IgnoreKey(new byte[32]), BoardFile.Time), new GroupStore(database), new LedgerStore(database));
        return new LeaderboardHandler(
            people, groups, new GroupAccess(people, groups, BoardFile.Time), ledger, new BoardReader(groups, ledger, new RoundStore(database)), BoardFile.Time);
    }
}
