using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>Does what people do in Discord's client, and sends the bot what Discord would.</summary>
internal sealed class People(World world, FakeGateway gateway, CommandRoutes commands)
{
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    public async Task<FakeInteraction> CommandAsync(
        FakeUser user, FakeChannel channel, string path, IReadOnlyList<(string Name, object Value)> values, string? focused, CancellationToken cancellationToken)
    {
        var steps = path.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = await world.Changed.UntilAsync(
            () => world.Locked(() => commands.Find(steps[0], channel.Guild?.Id)), () => $"the bot to register /{steps[0]}", Patience, cancellationToken);
        await SessionAsync(cancellationToken);
        return world.Locked(() =>
        {
            Enter(user, channel);
            Allow(command, user, channel);
            var input = new CommandInput(world, command, channel.Guild);
            var data = input.Build(steps[1..], values, focused);
            var type = focused is null ? FakeInteraction.Command : FakeInteraction.Autocomplete;
            return Send(new FakeInteraction(world, type, user, channel, $"/{path} of {user.Name}") { FocusedKind = input.FocusedKind }, data);
        });
    }

    public async Task<FakeInteraction> UseAsync(
        FakeUser user, FakeMessage message, string customId, IReadOnlyList<string>? values, CancellationToken cancellationToken)
    {
        await SessionAsync(cancellationToken);
        return world.Locked(() =>
        {
            Enter(user, message.Channel);
            var component = ComponentOf(user, message, customId);
            var data = new JsonObject { ["id"] = component.NumberInMessage, ["component_type"] = component.Type, ["custom_id"] = customId };
            if (values is null != (component.Type == 2))
            {
                throw new DiscordRefusedException($"{customId} is {(values is null ? "a menu" : "a button")}.");
            }

            if (values is not null)
            {
                CheckValues(component, values);
                data["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
                Resolve(component, values, data);
            }

            return Send(new FakeInteraction(world, FakeInteraction.Component, user, message.Channel, $"{customId} of {user.Name}") { Source = message }, data);
        });
    }

    public async Task<FakeInteraction> SubmitAsync(
        FakeUser user, FakeModal modal, IReadOnlyList<(string CustomId, string Value)> values, CancellationToken cancellationToken)
    {
        await SessionAsync(cancellationToken);
        return world.Locked(() =>
        {
            if (modal.Source.User != user)
            {
                throw new DiscordRefusedException($"The modal {modal.CustomId} opened for {modal.Source.User.Name}, not for {user.Name}.");
            }

            var data = new JsonObject { ["custom_id"] = modal.CustomId, ["components"] = modal.Submit(values) };
            return Send(new FakeInteraction(world, FakeInteraction.ModalSubmit, user, modal.Source.Channel, $"the modal {modal.CustomId} of {user.Name}") { Source = modal.Source.Source }, data);
        });
    }

    private static FakeComponent ComponentOf(FakeUser user, FakeMessage message, string customId)
    {
        if (message.IsDeleted || (message.VisibleTo is { } one && one != user.Id))
        {
            throw new DiscordRefusedException($"{user.Name} does not see {message}.");
        }

        var component = FakeComponent.In(message.Shown["components"]).FirstOrDefault(known => known.CustomId == customId)
            ?? throw new DiscordRefusedException($"COMPONENT_VALIDATION_FAILED: the message has no component {customId}: {message}");
        return component.IsDisabled ? throw new DiscordRefusedException($"The component {customId} is disabled.") : component;
    }

    private static void CheckValues(FakeComponent component, IReadOnlyList<string> values)
    {
        if (values.Count < component.LeastValues || values.Count > component.MostValues || (component.Type == 3 && values.Except(component.Options).Any()))
        {
            throw new DiscordRefusedException($"The menu {component.CustomId} does not take {string.Join(", ", values)}: it has {string.Join(", ", component.Options)}.");
        }
    }

    private static void Enter(FakeUser user, FakeChannel channel)
    {
        channel.Guild?.Join(user);
        if (channel.IsGone || channel.Guild is { IsGone: true } or { IsUnavailable: true } || (channel.Recipient is { } recipient && recipient != user)
            || !channel.Allows(user.Id, DiscordRights.ViewChannel))
        {
            throw new DiscordRefusedException($"{user.Name} does not see the channel {channel.Name}.");
        }
    }

    private static void Allow(JsonObject command, FakeUser user, FakeChannel channel)
    {
        if (command["contexts"] is JsonArray contexts && !contexts.Any(context => FormErrors.NumberOf(context) == (channel.Guild is null ? 1 : 0)))
        {
            throw new DiscordRefusedException($"/{command["name"]} is not offered {(channel.Guild is null ? "in direct messages" : "in servers")}.");
        }

        if (channel.Guild is not null && FormErrors.TextOf(command["default_member_permissions"]) is { } text
            && ulong.Parse(text, CultureInfo.InvariantCulture) is var needed && !channel.Allows(user.Id, needed == 0 ? DiscordRights.Administrator : needed))
        {
            throw new DiscordRefusedException($"/{command["name"]} is not offered to {user.Name}.");
        }
    }

    private Task<FakeGateway> SessionAsync(CancellationToken cancellationToken) => world.Changed.UntilAsync(
        () => gateway.HasSession ? gateway : null, () => "a session of the bot's at the gateway", Patience, cancellationToken);

    private void Resolve(FakeComponent component, IReadOnlyList<string> values, JsonObject data)
    {
        if (component.Type == 8)
        {
            data["resolved"] = new JsonObject { ["channels"] = Table(values, id => world.Channels.GetValueOrDefault(id)?.ToJson()) };
        }
        else if (component.Type is 5 or 7)
        {
            data["resolved"] = new JsonObject { ["users"] = Table(values, id => world.Users.GetValueOrDefault(id)?.ToJson()) };
        }
    }

    private static JsonObject Table(IReadOnlyList<string> ids, Func<string, JsonObject?> find) =>
        new(ids.Select(id => KeyValuePair.Create(id, (JsonNode?)(find(id) ?? throw new DiscordRefusedException($"There is no {id}.")))));

    private FakeInteraction Send(FakeInteraction interaction, JsonObject data)
    {
        var (user, channel) = (interaction.User, interaction.Channel);
        var payload = new JsonObject
        {
            ["id"] = interaction.Id, ["application_id"] = world.ApplicationId, ["type"] = interaction.Type, ["token"] = interaction.Token, ["version"] = 1,
            ["data"] = data, ["channel_id"] = channel.Id, ["channel"] = channel.ToJson(), ["locale"] = user.Locale, ["entitlements"] = new JsonArray(),
            ["app_permissions"] = channel.RightsOf(world.Bot.Id).ToString(CultureInfo.InvariantCulture), ["attachment_size_limit"] = 10_485_760,
            ["authorizing_integration_owners"] = interaction.InstallOwners(), ["context"] = channel.Guild is null ? 1 : 0,
        };
        if (channel.Guild is { } guild)
        {
            var member = guild.Join(user).ToJson();
            member["permissions"] = channel.RightsOf(user.Id).ToString(CultureInfo.InvariantCulture);
            payload["member"] = member;
            payload["guild"] = guild.ToPartialJson();
            payload["guild_id"] = guild.Id;
            payload["guild_locale"] = guild.Locale;
        }
        else
        {
            payload["user"] = user.ToJson();
        }

        if (interaction.Source is { } source)
        {
            payload["message"] = source.ToJson();
        }

        interaction.Payload = JsonSerializer.SerializeToElement(payload);
        interaction.Patience = Patience;
        world.Interactions[interaction.Token] = interaction;
        world.Dispatch("INTERACTION_CREATE", payload, channel.Guild?.Id, 0);
        return interaction;
    }
}
