namespace TutorBot.Discord.Api;

/// <summary>Our application.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owners">The ids of who owns it, or of its team.</param>
internal sealed record DiscordApplication(string Id, string Name, IReadOnlyList<string> Owners);
