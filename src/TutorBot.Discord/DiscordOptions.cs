namespace TutorBot.Discord;

/// <summary>How Discord is reached.</summary>
/// <param name="Token"><c>Discord:Token</c>: the bot's token, from the environment or user secrets; empty: Discord is off.</param>
/// <param name="ApiBaseUrl"><c>Discord:ApiBaseUrl</c>: where requests go, with the version and without a slash at the end.</param>
/// <param name="Shards"><c>Discord:Shards</c>: how many connections share the servers, 1 or more; 0: as many as Discord recommends.</param>
/// <param name="GuildCommands"><c>Discord:GuildCommands</c>: a server that alone gets the commands, at once, for trying out; empty: all servers get them.</param>
public sealed record DiscordOptions(string Token, Uri ApiBaseUrl, int Shards, string GuildCommands)
{
    /// <summary>The real one.</summary>
    public static Uri RealApi { get; } = new("https://discord.com/api/v10");
}
