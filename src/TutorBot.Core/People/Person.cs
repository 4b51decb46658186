using TutorBot.Core.Chat;

namespace TutorBot.Core.People;

/// <summary>A person as the tutor keeps them.</summary>
/// <param name="Id">Their number.</param>
/// <param name="Ref">Who that is on their platform.</param>
/// <param name="Name">The display name last seen.</param>
/// <param name="Zone">Their IANA zone, or null where they never set one.</param>
/// <param name="Visibility">Who sees their name.</param>
public sealed record Person(PersonId Id, UserRef Ref, string Name, string? Zone, Visibility Visibility)
{
    /// <summary>Whether they asked to be reminded of rounds that are about to close.</summary>
    public bool IsReminded { get; init; }
}
