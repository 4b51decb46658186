namespace TutorBot.Core.Chat;

/// <summary>A place where people and the tutor talk.</summary>
/// <param name="Platform">The platform's name in lower case.</param>
/// <param name="Workspace">The Discord server or Slack workspace; empty in a direct message on Discord.</param>
/// <param name="Id">The platform's id of the channel.</param>
public sealed record ChannelRef(string Platform, string Workspace, string Id);
