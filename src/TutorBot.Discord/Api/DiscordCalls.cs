using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TutorBot.Core.Chat;
using TutorBot.Discord.Gateway;

namespace TutorBot.Discord.Api;

/// <summary>The requests that we make, by name.</summary>
internal sealed class DiscordCalls(DiscordApi api)
{
    /// <summary>A callback has three seconds from the press on: one try, and no longer than that.</summary>
    private static readonly TimeSpan CallbackTime = TimeSpan.FromSeconds(2.5);

    /// <summary>Where the gateway is.</summary>
    public async Task<GatewayAddress> GatewayAsync(CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(new ApiRequest(new ApiRoute(HttpMethod.Get, "/gateway/bot")), cancellationToken).ConfigureAwait(false);
        var limit = answer.GetProperty("session_start_limit");
        return new GatewayAddress(
            new Uri(answer.GetProperty("url").GetString() ?? ""),
            answer.GetProperty("shards").GetInt32(),
            new IdentifyBudget(
                limit.GetProperty("remaining").GetInt32(), TimeSpan.FromMilliseconds(limit.GetProperty("reset_after").GetDouble()), limit.GetProperty("max_concurrency").GetInt32()));
    }

    /// <summary>Our application: its id, and who owns it.</summary>
    public async Task<DiscordApplication> ApplicationAsync(CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(new ApiRequest(new ApiRoute(HttpMethod.Get, "/applications/@me")), cancellationToken).ConfigureAwait(false);
        var owners = answer.TryGetProperty("team", out var team) && team.ValueKind == JsonValueKind.Object && team.TryGetProperty("members", out var members)
            ? [.. members.EnumerateArray().Select(member => member.GetProperty("user").GetProperty("id").GetString() ?? "")]
            : answer.TryGetProperty("owner", out var owner) && owner.ValueKind == JsonValueKind.Object ? new[] { owner.GetProperty("id").GetString() ?? "" } : [];
        return new DiscordApplication(answer.GetProperty("id").GetString() ?? "", answer.TryGetProperty("name", out var name) ? name.GetString() ?? "" : "", owners);
    }

    /// <summary>The commands that are registered: everywhere, or in one server.</summary>
    public Task<JsonElement> CommandsAsync(string application, string guild, CancellationToken cancellationToken) =>
        api.SendAsync(new ApiRequest(Commands(HttpMethod.Get, application, guild)) { Query = "with_localizations=true" }, cancellationToken);

    /// <summary>Replaces all of them.</summary>
    public Task<JsonElement> PutCommandsAsync(string application, string guild, JsonArray commands, CancellationToken cancellationToken) =>
        api.SendAsync(new ApiRequest(Commands(HttpMethod.Put, application, guild), commands), cancellationToken);

    /// <summary>Posts a message, once for a nonce within some minutes.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="body">What.</param>
    /// <param name="files">Files that go along.</param>
    /// <param name="nonce">At most 25 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message.</returns>
    public Task<JsonElement> CreateMessageAsync(string channel, JsonObject body, IReadOnlyList<ApiFile> files, string nonce, CancellationToken cancellationToken)
    {
        var copy = body.DeepClone().AsObject();
        (copy["nonce"], copy["enforce_nonce"]) = (nonce, true);
        return api.SendAsync(
            new ApiRequest(new ApiRoute(HttpMethod.Post, "/channels/{channel}/messages", channel), copy) { Files = files, IsRepeatable = true }, cancellationToken);
    }

    /// <summary>Replaces what a message shows.</summary>
    public Task<JsonElement> EditMessageAsync(string channel, string message, JsonObject body, CancellationToken cancellationToken) =>
        api.SendAsync(new ApiRequest(new ApiRoute(HttpMethod.Patch, "/channels/{channel}/messages/{message}", channel, message), body), cancellationToken);

    /// <summary>The last messages of a channel, the newest first.</summary>
    public Task<JsonElement> LastMessagesAsync(string channel, int count, CancellationToken cancellationToken) =>
        api.SendAsync(
            new ApiRequest(new ApiRoute(HttpMethod.Get, "/channels/{channel}/messages", channel)) { Query = string.Create(CultureInfo.InvariantCulture, $"limit={count}") }, cancellationToken);

    /// <summary>The channel of direct messages with a person.</summary>
    public async Task<string> OpenDirectChannelAsync(string user, CancellationToken cancellationToken) =>
        (await api.SendAsync(
            new ApiRequest(new ApiRoute(HttpMethod.Post, "/users/@me/channels"), new JsonObject { ["recipient_id"] = user }) { IsRepeatable = true }, cancellationToken).ConfigureAwait(false))
        .GetProperty("id").GetString() ?? "";

    /// <summary>What we may do in a channel.</summary>
    public async Task<Right> RightsAsync(ChannelRef channel, CancellationToken cancellationToken)
    {
        var me = await GetAsync("/users/@me", [], cancellationToken).ConfigureAwait(false);
        var guild = await GetAsync("/guilds/{guild}", [channel.Workspace], cancellationToken).ConfigureAwait(false);
        var roles = await GetAsync("/guilds/{guild}/roles", [channel.Workspace], cancellationToken).ConfigureAwait(false);
        var member = await GetAsync("/guilds/{guild}/members/{member}", [channel.Workspace, me.GetProperty("id").GetString() ?? ""], cancellationToken).ConfigureAwait(false);
        return ChannelRights.Of(guild, roles, member, await GetAsync("/channels/{channel}", [channel.Id], cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Answers an interaction: one try.</summary>
    public Task<JsonElement> CallbackAsync(string interaction, string token, JsonObject body, IReadOnlyList<ApiFile> files, CancellationToken cancellationToken) =>
        api.SendAsync(
            new ApiRequest(new ApiRoute(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", interaction, token), body)
            {
                Files = files,
                IsByInteraction = true,
                TimeLimit = CallbackTime,
            },
            cancellationToken);

    /// <summary>The message that answered an interaction: one try, for whoever has no time for more.</summary>
    public Task<JsonElement> OriginalAsync(string application, string token, CancellationToken cancellationToken) =>
        api.SendAsync(Original(HttpMethod.Get, application, token, null, []) with { IsRepeatable = false, TimeLimit = CallbackTime }, cancellationToken);

    /// <summary>Replaces what the message shows that answered an interaction, or was put off.</summary>
    public Task<JsonElement> EditOriginalAsync(string application, string token, JsonObject body, IReadOnlyList<ApiFile> files, CancellationToken cancellationToken) =>
        api.SendAsync(Original(HttpMethod.Patch, application, token, body, files), cancellationToken);

    /// <summary>Removes the message that answered an interaction, or was put off.</summary>
    public Task<JsonElement> DeleteOriginalAsync(string application, string token, CancellationToken cancellationToken) =>
        api.SendAsync(Original(HttpMethod.Delete, application, token, null, []), cancellationToken);

    /// <summary>One more message after the answer.</summary>
    public Task<JsonElement> FollowUpAsync(string application, string token, JsonObject body, IReadOnlyList<ApiFile> files, CancellationToken cancellationToken) =>
        api.SendAsync(
            new ApiRequest(new ApiRoute(HttpMethod.Post, "/webhooks/{application}/{token}", application, token), body) { Files = files, IsByInteraction = true }, cancellationToken);

    private Task<JsonElement> GetAsync(string template, string[] ids, CancellationToken cancellationToken) =>
        api.SendAsync(new ApiRequest(new ApiRoute(HttpMethod.Get, template, ids)), cancellationToken);

    private static ApiRequest Original(HttpMethod method, string application, string token, JsonObject? body, IReadOnlyList<ApiFile> files) =>
        new(new ApiRoute(method, "/webhooks/{application}/{token}/messages/@original", application, token), body) { Files = files, IsByInteraction = true };

    private static ApiRoute Commands(HttpMethod method, string application, string guild) => guild.Length == 0
        ? new ApiRoute(method, "/applications/{application}/commands", application)
        : new ApiRoute(method, "/applications/{application}/guilds/{guild}/commands", application, guild);
}
