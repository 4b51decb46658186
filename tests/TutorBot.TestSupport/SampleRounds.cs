using System.Globalization;
using TutorBot.Core.Cards;
using TutorBot.Core.Chat;
using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Quizzes.Questions;
using TutorBot.Core.Quizzes.Rounds;
using TutorBot.Core.Schedules;

namespace TutorBot.TestSupport;

/// <summary>Groups, schedules, rounds and posts for tests, each with an id that no other has.</summary>
public static class SampleRounds
{
    private static int _last;

    /// <summary>When the rounds of <see cref="Round"/> open.</summary>
    public static DateTimeOffset Opens { get; } = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    /// <summary>When they close.</summary>
    public static DateTimeOffset Closes { get; } = new(2026, 3, 2, 16, 30, 0, TimeSpan.Zero);

    /// <summary>An id that no other test has.</summary>
    public static string NextId(string prefix) => prefix + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);

    /// <summary>A channel of the playground in a workspace of its own.</summary>
    public static ChannelRef Channel() => new("playground", NextId("w"), NextId("c"));

    /// <summary>Somebody new.</summary>
    public static UserRef User() => new("playground", "playground", NextId("u"));

    /// <summary>A group.</summary>
    public static Group Group(ChannelRef? home = null, string? name = null, string zone = "Europe/Berlin") => new(
        new GroupId(NextId("g")), home ?? Channel(), name ?? NextId("Readers "), zone, ["deep-learning"], JoinPolicy.Open, "");

    /// <summary>A schedule on workdays, 09:30 to 16:30.</summary>
    public static Schedule Schedule(IReadOnlyList<GroupId> groups, params ScheduleChannel[] channels) => new(
        new ScheduleId(NextId("s")), groups, WeekDays.Workdays, new TimeOnly(9, 30), new TimeOnly(16, 30),
        channels is [] ? [new ScheduleChannel(Channel(), "Europe/Berlin")] : channels, false, DateTimeOffset.UnixEpoch, new PersonId(1));

    /// <summary>A question with four options, A right.</summary>
    public static Question Question(string? card = null)
    {
        var id = CardId.Anchored("deep-learning", card ?? "dropout");
        return new Question(
            "definition", id, 7, Difficulty.Normal, "Which sentence best describes dropout?",
            [.. "ABCD".Select(letter => new QuestionOption($"Option {letter}", letter == 'A' ? id : CardId.Anchored("deep-learning", $"other-{letter}"), $"Term {letter}"))],
            0, ["dropout"], [], new QuestionReveal("Dropout", "Dropout", "It drops “units” <at> random. 🎲", null, null, "00ff"));
    }

    /// <summary>An open round of some groups.</summary>
    public static Round Round(
        IReadOnlyList<GroupId> groups, ScheduleId? schedule = null, int day = 0, RoundKind kind = RoundKind.Daily, string? card = null) => new(
        new RoundId(NextId("r")), schedule ?? new ScheduleId(NextId("s")), DateOnly.FromDateTime(Opens.Date).AddDays(day), kind, day + 1, RoundState.Open,
        Question(card), [0], "Deep Learning", "salt", Opens.AddDays(day), Closes.AddDays(day), groups, false);

    /// <summary>The post of a round that waits to be posted.</summary>
    public static Post Post(Round round, ChannelRef? channel = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        return new Post(round.Id, channel ?? Channel(), "Europe/Berlin", round.OpensAt, null, PostState.Waiting, 0, null);
    }

    /// <summary>A click so many seconds after the round opened, or its event.</summary>
    public static Click Click(double seconds, int? choice = null, Stake? stake = null, string? id = null) =>
        new(Opens.AddSeconds(seconds), id ?? NextId("e"), choice, stake);

    /// <summary>A settlement as a close makes it: points by the rules, recall one half, reviews and first memories.</summary>
    public static Settlement Settle(ClosingRound closing, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(closing);
        var reviews = RoundReviews.Close(closing.Round, closing.Answers);
        return new Settlement(
            RoundLedger.Close(closing.Round, closing.Answers, person => closing.GroupsOf.GetValueOrDefault(person, []), _ => 0.5, now),
            reviews,
            [.. reviews.Select(review => Core.Memory.CardMemory.After(closing.Memory.GetValueOrDefault(review.Person), review))],
            false);
    }
}
