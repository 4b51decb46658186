using Microsoft.Extensions.Logging.Abstractions;
using TutorBot.Adapters.Tests.Embeddings;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Explanations;
using TutorBot.Core.Groups;
using TutorBot.Core.Leaderboards;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Reminders;
using TutorBot.Core.Quizzes.Reports;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Quizzes.Scheduling;
using TutorBot.Core.Recaps;
using TutorBot.Core.Retrieval;
using TutorBot.Core.Schedules;
using TutorBot.Core.Telling;
using TutorBot.Storage;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Daily;

/// <summary>The quiz on a database file of its own, with a clock that is moved by hand and a platform that records.</summary>
internal sealed class QuizWorld : IDisposable
{
    private static readonly ChannelRef Here = new("playground", "playground", "general");
    private readonly string _folder = Directory.CreateTempSubdirectory("quiz").FullName;
    private readonly CardIndex _index;
    private int _drawn;

    private QuizWorld(CardIndex index, DateTimeOffset now)
    {
        _index = index;
        Time = new ManualTime(now);
    }

    public ManualTime Time { get; }

    public RecordingPlatform Platform { get; } = new();

    public string File => Path.Combine(_folder, "tutorbot.db");

    public GroupStore Groups { get; private set; } = null!;

    public ScheduleStore Schedules { get; private set; } = null!;

    public RoundStore Rounds { get; private set; } = null!;

    public LedgerStore Ledger { get; private set; } = null!;

    public PeopleStore People { get; private set; } = null!;

    public PersonalDataStore Personal { get; private set; } = null!;

    public RoundHandler Handler { get; private set; } = null!;

    public AwayHandler Aways { get; private set; } = null!;

    public DailyQuiz Quiz { get; private set; } = null!;

    public NoticeStore Notices { get; private set; } = null!;

    public Reminders Reminders { get; private set; } = null!;

    public Teller Teller { get; private set; } = null!;

    public ReportStore Reports { get; private set; } = null!;

    public InboxNotices Inbox { get; private set; } = null!;

    public WeeklyRecap Recap { get; private set; } = null!;

    public WhyHandler Why { get; private set; } = null!;

    public RoundCorrectionHandler Corrections { get; private set; } = null!;

    public RoundOpener Opener { get; private set; } = null!;

    public BoardReader Boards { get; private set; } = null!;

    public ConnectionLogStore Connections { get; private set; } = null!;

    public static async Task<QuizWorld> StartAsync(ShippedModel model, DateTimeOffset now)
    {
        var library = new DeckFolder(Repository.PathOf("content/decks")).Load();
        var world = new QuizWorld(await CardIndex.BuildAsync(library, model.Generator, model.Cache, null, CancellationToken.None), now);
        await world.RestartAsync(model);
        return world;
    }

    /// <summary>Everything anew on the same file, as after a stop.</summary>
    public async Task RestartAsync(ShippedModel model)
    {
        var database = await Database.OpenSqliteAsync(File, Time, CancellationToken.None);
        var random = new RandomSource(Draw);
        var key = new IgnoreKey(new byte[32]);
        var retriever = new Retriever(model.Generator, null);
        retriever.Replace(_index);
        var memories = new MemoryStore(database);
        Connections = new ConnectionLogStore(database);
        (Groups, Schedules, Rounds, Ledger) = (new GroupStore(database), new ScheduleStore(database), new RoundStore(database), new LedgerStore(database));
        (People, Personal) = (new PeopleStore(database, key, Time), new PersonalDataStore(database, key));
        Notices = new NoticeStore(database);
        var teller = Teller = new Teller([Platform], People, Notices, Time, NullLogger<Teller>.Instance);
        Reports = new ReportStore(database);
        Inbox = new InboxNotices(Reports, new DeckOwners(new Dictionary<string, IReadOnlyList<UserRef>> { ["deep-learning"] = [Ref("owner")] }, new Operators([], [Platform])), teller, Time);
        Reminders = new Reminders(Rounds, new ReminderStore(database), teller, Time);
        Handler = new RoundHandler(People, Groups, new RoundEntry(Groups, new WaitingRoom(Groups, teller, Time)), Rounds, memories, new AwayStore(database), random, Time);
        Aways = new AwayHandler(People, Groups, Schedules, new AwayStore(database), Time);
        Boards = new BoardReader(Groups, Ledger, Rounds);
        Recap = new WeeklyRecap(Groups, Schedules, Rounds, Ledger, Boards, new RecapStore(database), [Platform], Time, NullLogger<WeeklyRecap>.Instance);
        Why = new WhyHandler(People, Groups, Rounds, Ledger, Boards, Connections, new ShownStore(database), retriever, Time);
        Corrections = new RoundCorrectionHandler(new ScheduleAccess(People, Groups, Schedules, random, Time), Rounds, new RoundRegrader(Groups, Rounds, Time), Time);
        Opener = new RoundOpener(Schedules, Rounds, new RoundMaker(retriever, Rounds, Groups, memories, random));
        Quiz = new DailyQuiz(
            Schedules,
            Rounds,
            Opener,
            new RoundCloser(Rounds, Connections, NullLogger<RoundCloser>.Instance),
            new PostPublisher(Rounds, Groups, Schedules, teller, [Platform], Time, NullLogger<PostPublisher>.Instance),
            new NoTimer(),
            Time);
    }

    /// <summary>A group with a schedule from now on: every day, 09:30 to 16:30 by the clocks of a zone.</summary>
    public async Task<(Group Group, Schedule Schedule)> StudyAsync(string name, string zone, params (string Channel, string Zone)[] channels)
    {
        var captain = await People.FindOrAddAsync(Ref("captain"), "Captain", CancellationToken.None);
        var group = new Group(new GroupId($"g-{name}"), Here with { Id = name }, name, zone, [], JoinPolicy.Open, "");
        Assert.True(await Groups.TryCreateAsync(group, captain.Id, Time.Now, CancellationToken.None));
        var schedule = new Schedule(
            new ScheduleId($"s-{name}"), [group.Id], WeekDays.All, new TimeOnly(9, 30), new TimeOnly(16, 30),
            channels.Length == 0 ? [new ScheduleChannel(Here with { Id = name }, zone)] : [.. channels.Select(channel => new ScheduleChannel(Here with { Id = channel.Channel }, channel.Zone))],
            false, Time.Now, captain.Id);
        Assert.True(await Schedules.TrySaveAsync(schedule, CancellationToken.None));
        return (group, schedule);
    }

    /// <summary>Moves the clock and does what is due.</summary>
    public async Task RunAtAsync(DateTimeOffset now, Schedule schedule)
    {
        Time.Now = now;
        await Connections.NoteAsync(Platform.Name, now, CancellationToken.None);
        await Quiz.RunAsync(schedule.Id, CancellationToken.None);
    }

    /// <summary>Someone presses a letter of a round, and says how sure.</summary>
    public async Task<Reply> AnswerAsync(string person, Round round, int option, Stake? stake = null)
    {
        var reply = await Handler.AnswerAsync(Request(person, new AnswerRound(round.Id, option)), new AnswerRound(round.Id, option), CancellationToken.None);
        if (stake is { } sure)
        {
            Time.Now += TimeSpan.FromMilliseconds(1);
            await Handler.StakeAsync(Request(person, new StakeRound(round.Id, sure)), new StakeRound(round.Id, sure), CancellationToken.None);
        }

        return reply;
    }

    public async Task<PersonId> IdOfAsync(string person) => (await People.FindAsync(Ref(person), CancellationToken.None))?.Id ?? default;

    public async Task<int> PointsOfAsync(string person, Group group)
    {
        var id = await IdOfAsync(person);
        var totals = await Ledger.TotalsAsync(group.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None);
        return totals.Where(total => total.Person == id).Sum(total => total.Points);
    }

    public static UserRef Ref(string person) => new("playground", "playground", person);

    public static Request Request(string person, Command command) => new(command, Ref(person), Here, char.ToUpperInvariant(person[0]) + person[1..]);

    public static int Wrong(Round round) => round.IsRight(0) ? 1 : 0;

    public static string Text(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(block => block switch
    {
        Heading heading => heading.Text.Source,
        Paragraph paragraph => paragraph.Text.Source,
        Fields fields => string.Join('\n', fields.Items.Select(item => item.Value.Source)),
        _ => "",
    }));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Numbers that differ from call to call and are the same in every run.</summary>
    private byte[] Draw(int count) => System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(++_drawn))[..count];

    private sealed class NoTimer : IScheduleTimer
    {
        public Task SetAsync(Schedule schedule, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SetAllAsync(IReadOnlyList<Schedule> schedules, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task RemoveAsync(ScheduleId schedule, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
