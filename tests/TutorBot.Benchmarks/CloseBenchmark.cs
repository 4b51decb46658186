using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Benchmarks;

/// <summary>The close of rounds with 5,000 answers each on SQLite: points, reviews and memory in one transaction; the median of five.</summary>
internal static class CloseBenchmark
{
    private const int Answers = 5_000;
    private const int Timed = 5;

    public static async Task<double> RunAsync()
    {
        await Console.Error.WriteLineAsync("measuring: close of a round with 5,000 answers");
        using var folder = new TemporaryFolder();
        var database = await Database.OpenSqliteAsync(folder.PathOf("tutorbot.db"), TimeProvider.System, default);
        var (groups, rounds) = (new GroupStore(database), new RoundStore(database));
        var group = new GroupId("g");
        await groups.TryCreateAsync(new Group(group, new ChannelRef("playground", "playground", "g"), "g", "UTC", [], JoinPolicy.Open, ""), new PersonId(1), SampleRounds.Opens.AddDays(-1), default);
        await FillAsync(database, (context, person) =>
        {
            context.People.Add(new() { Id = person, Platform = "playground", Realm = "playground", UserId = $"u{person}", Name = $"Person {person}" });
            if (person > 1)
            {
                context.Members.Add(new() { GroupId = "g", PersonId = person, JoinedAt = SampleRounds.Opens.AddDays(-1) });
            }
        });
        var closer = new RoundCloser(rounds, new ConnectionLogStore(database), NullLogger<RoundCloser>.Instance);
        var times = new List<double>();
        for (var day = 0; day <= Timed; day++)
        {
            // The first is not timed. Half of the cards were met before, as in a group that has played for a while.
            var round = SampleRounds.Round([group], new ScheduleId("s"), day, card: day % 2 == 0 ? "dropout" : $"card-{day}");
            await rounds.TryOpenAsync(round, [SampleRounds.Post(round)], default);
            await FillAsync(database, (context, person) => context.Answers.Add(new()
            {
                RoundId = round.Id.Value,
                PersonId = person,
                Choice = person % 4,
                Stake = Stake.ThinkSo,
                At = round.OpensAt.AddMinutes(1),
                ChosenAt = round.OpensAt.AddMinutes(1),
                Event = $"e{person}",
            }));
            var started = Stopwatch.GetTimestamp();
            var closed = await closer.CloseDueAsync(round.ClosesAt.AddSeconds(6), default);
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (closed.Count != 1)
            {
                throw new InvalidOperationException("The round did not close.");
            }

            if (day > 0)
            {
                times.Add(elapsed);
            }
        }

        return Percentiles.Of(times).P50;
    }

    private static Task<bool> FillAsync(Database database, Action<TutorDatabase, int> add) => database.WriteAsync(
        (context, _) =>
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var person = 1; person <= Answers; person++)
            {
                add(context, person);
            }

            return Task.FromResult(true);
        },
        default);
}
