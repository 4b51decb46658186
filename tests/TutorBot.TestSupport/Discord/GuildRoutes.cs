using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Servers, and the bot itself.</summary>
internal sealed class GuildRoutes(World world)
{
    public IEnumerable<RestRoute> All =>
    [
        new("GET", "/guilds/{guild_id}", call => RestAnswer.Ok(Guild(call).ToJson())),
        new("GET", "/guilds/{guild_id}/roles", call => RestAnswer.Ok(Guild(call).RolesJson())),
        new("GET", "/guilds/{guild_id}/members/{user_id}", call => RestAnswer.Ok((Guild(call).MemberOf(call["user_id"]) ?? throw DiscordError.UnknownMember()).ToJson())),
        new("GET", "/users/@me", _ => RestAnswer.Ok(Me())),
        new("PATCH", "/users/@me", _ => RestAnswer.Ok(Me())),
        new("GET", "/applications/@me", _ => RestAnswer.Ok(Application())),
        new("PATCH", "/applications/@me", _ => RestAnswer.Ok(Application())),
    ];

    private FakeGuild Guild(RestCall call) => !world.Guilds.TryGetValue(call["guild_id"], out var guild) ? throw DiscordError.UnknownGuild()
        : guild is { IsGone: true } or { IsUnavailable: true } ? throw DiscordError.MissingAccess() : guild;

    private JsonObject Me()
    {
        var json = world.Bot.ToJson();
        json["mfa_enabled"] = true;
        json["locale"] = "en-US";
        json["verified"] = true;
        json["email"] = null;
        json["premium_type"] = 0;
        return json;
    }

    private JsonObject Application() => new()
    {
        ["id"] = world.ApplicationId, ["name"] = world.Bot.Name, ["icon"] = null, ["description"] = "", ["summary"] = "", ["type"] = null,
        ["bot"] = world.Bot.ToJson(), ["bot_public"] = true, ["bot_require_code_grant"] = false, ["owner"] = world.Owner.ToJson(), ["team"] = null,
        ["verify_key"] = new string('0', 64), ["flags"] = 0, ["interactions_endpoint_url"] = null, ["role_connections_verification_url"] = null,
        ["redirect_uris"] = new JsonArray(), ["approximate_guild_count"] = world.Guilds.Count, ["approximate_user_install_count"] = 0,
        ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject { ["oauth2_install_params"] = new JsonObject { ["scopes"] = new JsonArray("bot", "applications.commands"), ["permissions"] = "84992" } } },
    };
}
