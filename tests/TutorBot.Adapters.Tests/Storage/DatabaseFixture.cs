using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>One database for the tests of one class; their ids do not meet.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private Database? _database;

    public Database Database => _database ?? throw new InvalidOperationException("The database is not open.");

    internal PeopleStore People => new(Database, new IgnoreKey(new byte[32]), TimeProvider.System);

    internal GroupStore Groups => new(Database);

    internal ScheduleStore Schedules => new(Database);

    internal RoundStore Rounds => new(Database);

    internal LedgerStore Ledger => new(Database);

    internal MemoryStore Memories => new(Database);

    public async Task InitializeAsync() => _database = await OpenAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Somebody new.</summary>
    public async Task<PersonId> PersonAsync() => (await People.FindOrAddAsync(SampleRounds.User(), "Ada", default)).Id;

    /// <summary>New people in a group.</summary>
    public async Task<IReadOnlyList<PersonId>> JoinAsync(GroupId group, int count)
    {
        var people = new List<PersonId>();
        for (var i = 0; i < count; i++)
        {
            people.Add(await PersonAsync());
            await Groups.SetMemberAsync(group, people[^1], MemberState.Active, SampleRounds.Opens.AddDays(-1), default);
        }

        return people;
    }

    /// <summary>A new group with a captain.</summary>
    public async Task<(Group Group, PersonId Captain)> GroupAsync()
    {
        var (group, captain) = (SampleRounds.Group(), await PersonAsync());
        Assert.True(await Groups.TryCreateAsync(group, captain, SampleRounds.Opens.AddDays(-2), default));
        return (group, captain);
    }

    /// <summary>An open round with one post that is shown.</summary>
    public async Task<Round> OpenAsync(IReadOnlyList<GroupId> groups, ScheduleId? schedule = null, int day = 0, RoundKind kind = RoundKind.Daily, string? card = null)
    {
        var round = SampleRounds.Round(groups, schedule, day, kind, card);
        var post = SampleRounds.Post(round);
        Assert.True(await Rounds.TryOpenAsync(round, [post], default));
        await Rounds.SavePostAsync(post with { MessageId = "m", State = PostState.Shown, ShownAt = round.OpensAt }, default);
        return round;
    }

    /// <summary>Closes a round by the rules.</summary>
    internal Task<Round?> CloseAsync(Round round)
    {
        var now = round.ClosesAt.AddSeconds(5);
        return Rounds.CloseAsync(round.Id, now, closing => SampleRounds.Settle(closing, now), default);
    }

    /// <summary>What the ledger says of each person of a group over all time.</summary>
    internal async Task<Dictionary<PersonId, Core.Leaderboards.Total>> TotalsAsync(GroupId group) =>
        (await Ledger.TotalsAsync(group, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100), default)).ToDictionary(total => total.Person);

    protected abstract Task<Database?> OpenAsync();
}
