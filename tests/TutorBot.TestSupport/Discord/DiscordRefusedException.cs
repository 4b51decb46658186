namespace TutorBot.TestSupport.Discord;

/// <summary>Discord's own client or server refuses what a person tries: no interaction reaches the bot.</summary>
public sealed class DiscordRefusedException(string message) : Exception(message);
