using TutorBot.Core.People;

namespace TutorBot.Core.Groups;

/// <summary>A person in a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Person">The person.</param>
/// <param name="Name">The person's display name.</param>
/// <param name="Visibility">Who sees it.</param>
/// <param name="State">Whether they take part.</param>
/// <param name="IsCaptain">Whether they run it.</param>
/// <param name="JoinedAt">Since when.</param>
public sealed record Member(
    GroupId Group, PersonId Person, string Name, Visibility Visibility, MemberState State, bool IsCaptain, DateTimeOffset JoinedAt)
{
    /// <summary>The day on which they were last here, to the day; null: before that was kept.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Whether they were asked to be a captain and have not accepted yet.</summary>
    public bool IsAskedToBeCaptain { get; init; }
}
