using TutorBot.Core.Quizzes.Rounds;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>A round of <see cref="ReferenceQuiz"/>.</summary>
internal sealed class ReferenceRound(RoundKind kind, IReadOnlyList<int> groups)
{
    public RoundKind Kind => kind;

    public IReadOnlyList<int> Groups => groups;

    public RoundState State { get; set; }

    /// <summary>The right options now.</summary>
    public int[] Key { get; set; } = [0];

    /// <summary>The keys that results were ever made by.</summary>
    public List<int[]> Keys { get; } = [];

    public Dictionary<int, (int Choice, Stake Stake)> Answers { get; } = [];

    /// <summary>Who scores on which group's board.</summary>
    public HashSet<(int Group, int Person)> Scores { get; } = [];
}
