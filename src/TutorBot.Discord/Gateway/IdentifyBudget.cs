namespace TutorBot.Discord.Gateway;

/// <summary>
/// How many new sessions may be begun: 1,000 a day over all connections and restarts; more, and Discord takes the token away.
/// Source: Discord's gateway page, session start limit.
/// </summary>
/// <param name="Remaining">How many are left.</param>
/// <param name="ResetAfter">When there are more.</param>
/// <param name="Concurrency">How many connections may begin one within five seconds.</param>
internal sealed record IdentifyBudget(int Remaining, TimeSpan ResetAfter, int Concurrency);
