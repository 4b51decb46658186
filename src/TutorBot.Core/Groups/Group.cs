using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary>A study group.</summary>
/// <param name="Id">Its name in the database.</param>
/// <param name="Home">Where it was made: its server or workspace sees it.</param>
/// <param name="Name">What people call it; see <see cref="GroupName"/>.</param>
/// <param name="Zone">The IANA zone that its weeks follow.</param>
/// <param name="Decks">The ids of the decks that it is asked from; empty: all.</param>
/// <param name="JoinPolicy">How people get in.</param>
/// <param name="JoinCode">With <see cref="Groups.JoinPolicy.Code"/>: the code; else empty.</param>
public sealed record Group(
    GroupId Id, ChannelRef Home, string Name, string Zone, IReadOnlyList<string> Decks, JoinPolicy JoinPolicy, string JoinCode)
{
    /// <summary>Whether its channels get a recap after the last close of a week.</summary>
    public bool HasRecap { get; init; } = true;

    /// <summary>Whether its rounds come with an extra question on a card of the week before.</summary>
    public bool HasThrowback { get; init; } = true;
}
