using TutorBot.Core.Chat;

namespace TutorBot.Core.Groups;

/// <summary><c>/group set</c>: changes a group.</summary>
/// <param name="Group">Which; null: the only one.</param>
/// <param name="Name">Its new name, or null.</param>
/// <param name="Zone">Its new zone, a city, or null.</param>
/// <param name="Decks">The ids of its decks, with commas, or <c>all</c>, or null.</param>
/// <param name="JoinPolicy"><c>open</c>, <c>approve</c>, <c>code</c>, or null.</param>
/// <param name="Exclude">The name of a member who is listed and counted no more (staff, bots), or null.</param>
/// <param name="Include">The name of a member who is listed and counted again, or null.</param>
public sealed record SetGroup(
    GroupId? Group, string? Name = null, string? Zone = null, string? Decks = null, string? JoinPolicy = null, string? Exclude = null, string? Include = null) : Command;
