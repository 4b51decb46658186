using TutorBot.Core.Groups;

namespace TutorBot.Core.Quizzes.Rounds;

/// <summary>How a person stands to the groups of a round that they answer.</summary>
/// <param name="Kind">In one word.</param>
/// <param name="Groups">The groups that it is about: joined, waiting for, or to choose from.</param>
public sealed record Entry(EntryKind Kind, IReadOnlyList<Group> Groups);
