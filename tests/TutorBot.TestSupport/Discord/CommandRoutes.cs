using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>The commands that the bot registers: for all servers under "", else under the server's id.</summary>
internal sealed class CommandRoutes(World world)
{
    private const string Global = "/applications/{application_id}/commands";
    private const string OfGuild = "/applications/{application_id}/guilds/{guild_id}/commands";
    private const int CreatesPerDay = 200;

    private readonly Dictionary<string, List<JsonObject>> _scopes = [];
    private readonly Dictionary<string, Queue<DateTimeOffset>> _creates = [];

    public IEnumerable<RestRoute> All =>
    [
        new("GET", Global, Get), new("PUT", Global, Put), new("POST", Global, Post),
        new("GET", OfGuild, Get), new("PUT", OfGuild, Put), new("POST", OfGuild, Post),
    ];

    /// <summary>The commands of one scope.</summary>
    public IReadOnlyList<JsonObject> In(string scope) => _scopes.GetValueOrDefault(scope) ?? [];

    /// <summary>A slash command as someone in this server sees it; null if there is none.</summary>
    public JsonObject? Find(string name, string? guildId) => In(guildId ?? "").Concat(In(""))
        .FirstOrDefault(command => FormErrors.TextOf(command["name"]) == name && FormErrors.NumberOf(command["type"]) == 1);

    private string ScopeOf(RestCall call)
    {
        if (call["application_id"] != world.ApplicationId)
        {
            throw DiscordError.MissingAccess();
        }

        var guildId = call.Parameters.GetValueOrDefault("guild_id");
        return guildId is null || (world.Guilds.TryGetValue(guildId, out var guild) && !guild.IsGone) ? guildId ?? "" : throw DiscordError.MissingAccess();
    }

    private RestAnswer Get(RestCall call) =>
        RestAnswer.Ok(new JsonArray([.. In(ScopeOf(call)).Select(command => (JsonNode)Shown(command, call.IsSet("with_localizations")))]));

    private RestAnswer Put(RestCall call)
    {
        var scope = ScopeOf(call);
        var errors = new FormErrors();
        if (call.Body is not JsonArray)
        {
            errors.Add("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        }

        errors.ThrowIfAny();
        var wanted = (call.Body as JsonArray ?? []).OfType<JsonObject>().ToList();
        Check(wanted, errors);
        var made = wanted.Select(command => Make(command, scope)).ToList();
        CountCreates(scope, made);
        _scopes[scope] = made;
        world.Changed.Raise();
        return RestAnswer.Ok(new JsonArray([.. made.Select(command => (JsonNode)Shown(command, true))]));
    }

    private RestAnswer Post(RestCall call)
    {
        var scope = ScopeOf(call);
        var errors = new FormErrors();
        new CommandRules(errors).Check(call.Form, "");
        errors.ThrowIfAny();
        var made = Make(call.Form, scope);
        var isNew = In(scope).All(known => !IsSame(known, made));
        CountCreates(scope, [made]);
        _scopes[scope] = [.. In(scope).Where(known => !IsSame(known, made)), made];
        world.Changed.Raise();
        return new RestAnswer(isNew ? 201 : 200, Shown(made, true));
    }

    private static void Check(List<JsonObject> wanted, FormErrors errors)
    {
        foreach (var (i, command) in wanted.Index())
        {
            var path = i.ToString(CultureInfo.InvariantCulture);
            new CommandRules(errors).Check(command, path);
            if (wanted.Take(i).Any(other => IsSame(other, command)))
            {
                errors.Add($"{path}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }

        errors.ThrowIfAny();
        foreach (var (type, most) in new[] { (1, 100), (2, 15), (3, 15), (4, 1) })
        {
            if (wanted.Count(command => (FormErrors.NumberOf(command["type"]) ?? 1) == type) > most)
            {
                throw new DiscordError(400, 30032, string.Create(CultureInfo.InvariantCulture, $"Maximum number of application commands reached ({most})."));
            }
        }
    }

    private static bool IsSame(JsonObject one, JsonObject other) => FormErrors.TextOf(one["name"]) == FormErrors.TextOf(other["name"])
        && (FormErrors.NumberOf(one["type"]) ?? 1) == (FormErrors.NumberOf(other["type"]) ?? 1);

    /// <summary>The command with what Discord adds; it keeps its id if one of the same name and type is there.</summary>
    private JsonObject Make(JsonObject command, string scope)
    {
        var known = In(scope).FirstOrDefault(other => IsSame(other, command));
        var made = command.DeepClone().AsObject();
        made["id"] = FormErrors.TextOf(known?["id"]) ?? world.NextId();
        made["application_id"] = world.ApplicationId;
        made["version"] = world.NextId();
        made["type"] ??= 1;
        made["description"] ??= "";
        made["nsfw"] ??= false;
        made["default_member_permissions"] ??= null;
        if (scope.Length == 0)
        {
            made["dm_permission"] ??= true;
            made["contexts"] ??= null;
            made["integration_types"] ??= new JsonArray(0);
        }
        else
        {
            made["guild_id"] = scope;
        }

        return made;
    }

    private void CountCreates(string scope, List<JsonObject> made)
    {
        if (!_creates.TryGetValue(scope, out var creates))
        {
            _creates[scope] = creates = [];
        }

        while (creates.TryPeek(out var at) && world.Now - at > TimeSpan.FromDays(1))
        {
            creates.Dequeue();
        }

        var added = made.Count(command => In(scope).All(known => !IsSame(known, command)));
        if (creates.Count + added > CreatesPerDay)
        {
            throw DiscordError.TooManyCreatesToday();
        }

        for (var i = 0; i < added; i++)
        {
            creates.Enqueue(world.Now);
        }
    }

    private static JsonObject Shown(JsonObject command, bool withLocalizations)
    {
        var shown = command.DeepClone().AsObject();
        Clean(shown, withLocalizations);
        if (withLocalizations)
        {
            shown["name_localizations"] ??= null;
            shown["description_localizations"] ??= null;
        }

        return shown;
    }

    /// <summary>As Discord gives them back: no languages unless asked for, no <c>required</c> that is false.</summary>
    private static void Clean(JsonObject node, bool withLocalizations)
    {
        if (!withLocalizations)
        {
            node.Remove("name_localizations");
            node.Remove("description_localizations");
        }

        if (node["required"] is { } required && !FormErrors.IsTrue(required))
        {
            node.Remove("required");
        }

        foreach (var inner in (node["options"] as JsonArray ?? []).Concat(node["choices"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Clean(inner, withLocalizations);
        }
    }
}
