using TutorBot.Core.Groups;
using TutorBot.Core.People;
using TutorBot.Core.Schedules;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>The rounds with their posts and answers. Each method is one transaction; unique keys decide what happens twice.</summary>
public interface IRounds
{
    /// <summary>Adds a round with its posts; false where its schedule has one of that date and kind, or skips the date.</summary>
    Task<bool> TryOpenAsync(Round round, IReadOnlyList<Post> posts, CancellationToken cancellationToken);

    /// <summary>The round, or null: one that a restore lost, or none of ours.</summary>
    Task<Round?> FindAsync(RoundId id, CancellationToken cancellationToken);

    /// <summary>The open rounds of a schedule, or of all.</summary>
    Task<IReadOnlyList<Round>> OpenAsync(ScheduleId? schedule, CancellationToken cancellationToken);

    /// <summary>The open rounds of some groups.</summary>
    Task<IReadOnlyList<Round>> OpenOfGroupsAsync(IReadOnlyCollection<GroupId> groups, CancellationToken cancellationToken);

    /// <summary>A schedule's last rounds, the newest first.</summary>
    Task<IReadOnlyList<Round>> LastAsync(ScheduleId schedule, int count, CancellationToken cancellationToken);

    /// <summary>A group's last rounds that are not void, the newest first; throwbacks, which come with another, are left out.</summary>
    Task<IReadOnlyList<Round>> LastOfGroupAsync(GroupId group, int count, CancellationToken cancellationToken);

    /// <summary>When a group's first scoring round closed, or null.</summary>
    Task<DateTimeOffset?> FirstCloseAsync(GroupId group, CancellationToken cancellationToken);

    /// <summary>The posts of a round.</summary>
    Task<IReadOnlyList<Post>> PostsAsync(RoundId round, CancellationToken cancellationToken);

    /// <summary>
    /// The posts that there is something to do for: due and waiting, behind, or with a count that is no longer the round's
    /// and older than <paramref name="countsBefore"/>.
    /// </summary>
    Task<IReadOnlyList<Post>> UnfinishedAsync(DateTimeOffset now, DateTimeOffset countsBefore, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a post to work on it; false where another worker has it. A worker that dies lets go of it at
    /// <paramref name="until"/>.
    /// </summary>
    Task<bool> TryClaimAsync(Post post, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Keeps what a post shows now and lets go of it; behind it stays where its round closed or changed since the post was read.</summary>
    Task SavePostAsync(Post post, CancellationToken cancellationToken);

    /// <summary>Lets a click change the person's answer, if the round still takes it.</summary>
    Task<ClickResult> ClickAsync(RoundId round, PersonId person, Click click, CancellationToken cancellationToken);

    /// <summary>A person's answer, or null.</summary>
    Task<Answer?> AnswerAsync(RoundId round, PersonId person, CancellationToken cancellationToken);

    /// <summary>The points that a closed round gave a person in each of its groups, corrections included; null where it gave none.</summary>
    Task<int?> PointsAsync(RoundId round, PersonId person, CancellationToken cancellationToken);

    /// <summary>A person's last answers with a choice, with their closed rounds, the newest first.</summary>
    Task<IReadOnlyList<(Round Round, Answer Answer)>> AnsweredAsync(PersonId person, int count, CancellationToken cancellationToken);

    /// <summary>All answers of a round.</summary>
    Task<IReadOnlyList<Answer>> AnswersAsync(RoundId round, CancellationToken cancellationToken);

    /// <summary>Whom the reveal of a round names: those chosen at its close who still agree to it.</summary>
    Task<IReadOnlyList<string>> NamedAsync(RoundId round, CancellationToken cancellationToken);

    /// <summary>How many chose something.</summary>
    Task<int> CountAsync(RoundId round, CancellationToken cancellationToken);

    /// <summary>
    /// Who takes part in the groups before an instant: active members who answered in a group's last rounds, or joined since
    /// the first of them. With those who answer now they are the "of 16".
    /// </summary>
    Task<IReadOnlyCollection<PersonId>> RegularsAsync(IReadOnlyCollection<GroupId> groups, int rounds, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Closes an open round with what <paramref name="settle"/> makes of it; null where it is not open.</summary>
    Task<Round?> CloseAsync(RoundId round, DateTimeOffset now, Func<ClosingRound, Settlement> settle, CancellationToken cancellationToken);

    /// <summary>Gives a round that is not void another key and writes the corrections; null where it is void or gone.</summary>
    Task<Round?> RegradeAsync(RoundId round, IReadOnlyList<int> rightOptions, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes a round back with everything that it gave; null where it is gone.</summary>
    Task<Round?> VoidAsync(RoundId round, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// The daily rounds of a group that closed since an instant, the oldest first, as one person's streak sees them: also the
    /// one that a person joined by answering.
    /// </summary>
    Task<IReadOnlyList<Occasion>> OccasionsAsync(GroupId group, PersonId person, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The same for members of a group at once, each since joining; for every member given, also without any round.</summary>
    Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Occasion>>> OccasionsAsync(GroupId group, IReadOnlyCollection<Member> members, CancellationToken cancellationToken);
}
