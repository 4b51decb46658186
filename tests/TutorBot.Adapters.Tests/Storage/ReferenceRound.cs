using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>A round of <see cref="ReferenceQuiz"/>.</summary>
internal sealed class ReferenceRound(RoundKind kind, IReadOnlyList<int> groups, DateTimeOffset closesAt)
{
    public RoundKind Kind => kind;

    public IReadOnlyList<int> Groups => groups;

    public DateTimeOffset ClosesAt => closesAt;

    public RoundState State { get; set; }

    /// <summary>The right options now.</summary>
    public int[] Key { get; set; } = [0];

    /// <summary>The keys that results were ever made by.</summary>
    public List<int[]> Keys { get; } = [];

    public Dictionary<int, (int Choice, Stake Stake)> Answers { get; } = [];

    /// <summary>Who scores on which group's board.</summary>
    public HashSet<(int Group, int Person)> Scores { get; } = [];

    /// <summary>What those who deleted their data had, by group.</summary>
    public List<(int Group, (int Points, int Right) Result)> Former { get; } = [];
}
