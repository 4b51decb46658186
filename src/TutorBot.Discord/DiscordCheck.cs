using System.Net;
using TutorBot.Core.Chat;
using TutorBot.Discord.Api;
using TutorBot.Discord.Commands;
using TutorBot.Discord.Gateway;

namespace TutorBot.Discord;

/// <summary>Looks whether Discord lets the bot do what it must: for <c>tutorbot doctor</c>.</summary>
public sealed class DiscordCheck
{
    private readonly DiscordCalls _calls;
    private readonly CommandRegistration _registration;

    internal DiscordCheck(DiscordCalls calls, CommandRegistration registration) => (_calls, _registration) = (calls, registration);

    /// <summary>Each thing that was looked at: its name, whether it is good, and what is so or what to do.</summary>
    /// <param name="channels">The channels in which a daily quiz is to be posted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<(string Check, bool IsGood, string What)>> RunAsync(IReadOnlyList<ChannelRef> channels, CancellationToken cancellationToken)
    {
        var findings = new List<(string, bool, string)>();
        DiscordApplication application;
        try
        {
            application = await _calls.ApplicationAsync(cancellationToken).ConfigureAwait(false);
            findings.Add(("discord token", true, $"accepted, for the application {application.Name} ({application.Id})"));
        }
        catch (DiscordException e)
        {
            return [("discord token", false, e.IsTokenDead
                ? "Discord does not accept it. Make a new one on https://discord.com/developers/applications, page Bot, Reset Token, and put it into Discord__Token."
                : e.Message)];
        }

        findings.Add(await TryAsync("discord gateway", async () =>
        {
            var address = await _calls.GatewayAsync(cancellationToken).ConfigureAwait(false);
            return (address.Budget.Remaining > 0, address.Budget.Remaining > 0
                ? $"{address.Budget.Remaining} new sessions left today"
                : $"The bot was started too often today: no new session for {address.Budget.ResetAfter}.");
        }).ConfigureAwait(false));
        findings.Add(("discord intents", true, $"{GatewayIdentity.Intents} (servers come and go): none that Discord would have to allow"));
        findings.Add(await TryAsync("discord commands", async () => await _registration.IsRegisteredAsync(application.Id, cancellationToken).ConfigureAwait(false)
            ? (true, "registered as they are here")
            : (true, "not registered as they are here; the next start of the worker does it")).ConfigureAwait(false));
        foreach (var channel in channels)
        {
            findings.Add(await TryAsync($"discord channel {channel.Id}", () => ChannelAsync(channel, cancellationToken)).ConfigureAwait(false));
        }

        return findings;
    }

    private static async Task<(string, bool, string)> TryAsync(string check, Func<Task<(bool IsGood, string What)>> look)
    {
        try
        {
            var (isGood, what) = await look().ConfigureAwait(false);
            return (check, isGood, what);
        }
        catch (DiscordException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return (check, false, "The channel is gone, or the bot was removed from its server. Set the daily quiz anew in another channel: /schedule set");
        }
        catch (DiscordException e)
        {
            return (check, false, e.Message);
        }
    }

    private async Task<(bool IsGood, string What)> ChannelAsync(ChannelRef channel, CancellationToken cancellationToken)
    {
        var rights = await _calls.RightsAsync(channel, cancellationToken).ConfigureAwait(false);
        var missing = RightNames.Missing(rights);
        return missing.Count == 0
            ? (true, "all rights are there")
            : (false, $"The bot lacks {string.Join(", ", missing)} there. Give them to its role: channel settings, Permissions.");
    }
}
