using TutorBot.Core.Groups;

namespace TutorBot.Core.Leaderboards;

/// <summary>What groups are compared by.</summary>
/// <param name="Group">The group.</param>
/// <param name="Points">All points of the period.</param>
/// <param name="Members">How many take part.</param>
/// <param name="Rounds">The rounds that closed in the period.</param>
public sealed record GroupScore(Group Group, int Points, int Members, int Rounds)
{
    /// <summary>Groups of fewer members are not shown.</summary>
    public const int LeastMembers = 3;

    private const int Pull = 3;

    /// <summary>
    /// The mean points per member and round, μ, of the groups shown: each small group is pulled towards it as if it had
    /// three more members of that kind, so that luck in a small group weighs less.
    /// </summary>
    public static double Mean(IReadOnlyCollection<GroupScore> shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var chances = shown.Sum(score => (double)score.Members * score.Rounds);
        return chances == 0 ? 0 : shown.Sum(score => score.Points) / chances;
    }

    /// <summary><c>((Σ points + 3·μ·q) / (members + 3)) / q</c>; 0 without a round.</summary>
    public double Value(double mean) => Rounds == 0 ? 0 : (Points + Pull * mean * Rounds) / (Members + Pull) / Rounds;
}
