using TutorBot.Core.Groups;
using TutorBot.Core.Memory;
using TutorBot.Core.People;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>A round at its close, as the database has it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Answers">All answers.</param>
/// <param name="GroupsOf">For each person the groups of the round that they take part in.</param>
/// <param name="Memory">What each of them remembers of the card, where they have met it.</param>
public sealed record ClosingRound(
    Round Round,
    IReadOnlyList<Answer> Answers,
    IReadOnlyDictionary<PersonId, IReadOnlyList<GroupId>> GroupsOf,
    IReadOnlyDictionary<PersonId, CardMemory> Memory)
{
    /// <summary>Those who agreed to be named in public, with when a reveal last named them; null: never.</summary>
    public IReadOnlyDictionary<PersonId, DateTimeOffset?> Nameable { get; init; } = new Dictionary<PersonId, DateTimeOffset?>();
}
