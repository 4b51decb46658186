namespace TutorBot.Discord.Gateway;

/// <summary>What Discord says of its gateway.</summary>
/// <param name="Url">Where to connect to.</param>
/// <param name="Shards">How many connections it recommends.</param>
/// <param name="Budget">How many new sessions may be begun.</param>
internal sealed record GatewayAddress(Uri Url, int Shards, IdentifyBudget Budget);
