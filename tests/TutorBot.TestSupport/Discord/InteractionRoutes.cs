using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>The callback and what the interaction's token opens.</summary>
internal sealed class InteractionRoutes(World world, MessageWriter writer)
{
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";

    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(3);

    public static TimeSpan TokenLife { get; } = TimeSpan.FromMinutes(15);

    public IEnumerable<RestRoute> All =>
    [
        new("POST", "/interactions/{interaction_id}/{interaction_token}/callback", Callback, NeedsToken: false),
        new("GET", Webhook + "/messages/@original", call => RestAnswer.Ok(Original(call).ToJson()), NeedsToken: false),
        new("PATCH", Webhook + "/messages/@original", call => EditOf(Original(call), call), NeedsToken: false),
        new("DELETE", Webhook + "/messages/@original", call => Delete(Original(call)), NeedsToken: false),
        new("POST", Webhook, FollowUp, NeedsToken: false),
        new("GET", Webhook + "/messages/{message_id}", call => RestAnswer.Ok(Message(call).ToJson()), NeedsToken: false),
        new("PATCH", Webhook + "/messages/{message_id}", call => EditOf(Message(call), call), NeedsToken: false),
        new("DELETE", Webhook + "/messages/{message_id}", call => Delete(Message(call)), NeedsToken: false),
    ];

    private RestAnswer Callback(RestCall call)
    {
        if (!world.Interactions.TryGetValue(call["interaction_token"], out var interaction) || interaction.Id != call["interaction_id"])
        {
            throw DiscordError.UnknownInteraction();
        }

        if (interaction.Callback is not null)
        {
            throw DiscordError.AlreadyAcknowledged();
        }

        if (world.Now - interaction.Created > Deadline)
        {
            interaction.IsMissed = true;
            throw DiscordError.UnknownInteraction();
        }

        var type = (int)(FormErrors.NumberOf(call.Form["type"]) ?? 0);
        var data = call.Form["data"] as JsonObject;
        Check(interaction, type, data);
        Act(interaction, type, data ?? [], call.Files);
        interaction.Answer(type, data);
        interaction.Changed.Raise();
        return call.IsSet("with_response") ? RestAnswer.Ok(Response(interaction, type)) : RestAnswer.NoContent;
    }

    private static void Check(FakeInteraction interaction, int type, JsonObject? data)
    {
        var errors = new FormErrors();
        int[] allowed = interaction.Type switch
        {
            FakeInteraction.Command => [4, 5, 9],
            FakeInteraction.Component => [4, 5, 6, 7, 9],
            FakeInteraction.Autocomplete => [8],
            _ => interaction.Source is null ? [4, 5] : [4, 5, 6, 7],
        };
        if (!allowed.Contains(type))
        {
            errors.Choices("type", string.Join(", ", allowed));
        }

        errors.ThrowIfAny();
        if (type is 4 or 7 or 8 or 9 && data is null)
        {
            errors.Required("data");
        }
        else if (type == 8)
        {
            Choices(errors, data?["choices"], interaction.FocusedKind);
        }
        else if (type == 9)
        {
            new ComponentRules(errors).Modal(data ?? [], "data");
        }

        errors.ThrowIfAny();
    }

    private static void Choices(FormErrors errors, JsonNode? node, string? kind)
    {
        if (node is null)
        {
            errors.Required("data.choices");
        }

        foreach (var (i, choice) in errors.List("data.choices", node, 0, 25).Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"data.choices.{i}");
            errors.Text($"{path}.name", choice["name"], 1, 100, isRequired: true);
            if (kind == "text")
            {
                errors.Text($"{path}.value", choice["value"], 1, 100, isRequired: true);
            }
            else if (choice["value"] is not JsonValue value || !value.TryGetValue<double>(out _))
            {
                errors.Add($"{path}.value", "NUMBER_TYPE_COERCE", "Value is not a number.");
            }
        }
    }

    private void Act(FakeInteraction interaction, int type, JsonObject data, IReadOnlyList<FakeFile> files)
    {
        var visibleTo = ((FormErrors.NumberOf(data["flags"]) ?? 0) & FakeMessage.Ephemeral) != 0 ? interaction.User.Id : null;
        switch (type)
        {
            case 4:
                interaction.Show(writer.Post(interaction.Channel, data, files, "data", visibleTo, interaction), hasContent: true);
                break;
            case 5:
                interaction.Show(writer.PostLoading(interaction, visibleTo), hasContent: false);
                break;
            case 6 when interaction.Source is { } source:
                interaction.Show(source, hasContent: false);
                break;
            case 7 when interaction.Source is { IsDeleted: false } source:
                interaction.Show(writer.Edit(source, data, files, "data"), hasContent: true);
                break;
            case 7:
                throw DiscordError.UnknownMessage();
        }
    }

    private static JsonObject Response(FakeInteraction interaction, int type)
    {
        var about = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type };
        var answer = new JsonObject { ["interaction"] = about };
        if (interaction.Original is { } message)
        {
            about["response_message_id"] = message.Id;
            about["response_message_loading"] = type == 5;
            about["response_message_ephemeral"] = message.IsEphemeral;
        }

        var resource = new JsonObject { ["type"] = type };
        if (type is 4 or 7)
        {
            resource["message"] = interaction.Original?.ToJson();
        }

        answer["resource"] = resource;
        return answer;
    }

    /// <summary>The interaction whose token is in the path, if the token is still good for more.</summary>
    private FakeInteraction Answered(RestCall call)
    {
        if (call["webhook_id"] != world.ApplicationId || !world.Interactions.TryGetValue(call["webhook_token"], out var interaction))
        {
            throw call["webhook_token"].StartsWith("aW50", StringComparison.Ordinal) ? DiscordError.InvalidWebhookToken() : DiscordError.UnknownWebhook();
        }

        if (world.Now - interaction.Created > TokenLife)
        {
            throw DiscordError.InvalidWebhookToken();
        }

        return interaction.Callback is null ? throw DiscordError.UnknownWebhook() : interaction;
    }

    private FakeMessage Original(RestCall call) => Answered(call).Original is { IsDeleted: false } message ? message : throw DiscordError.UnknownMessage();

    private FakeMessage Message(RestCall call)
    {
        var interaction = Answered(call);
        return world.Messages.TryGetValue(call["message_id"], out var message) && !message.IsDeleted
            && (message.Source == interaction || message == interaction.Original) ? message : throw DiscordError.UnknownMessage();
    }

    private RestAnswer EditOf(FakeMessage message, RestCall call)
    {
        writer.Edit(message, call.Form, call.Files, "");
        var interaction = Answered(call);
        if (interaction.Original == message)
        {
            interaction.Show(message, hasContent: true);
        }

        interaction.Changed.Raise();
        return RestAnswer.Ok(message.ToJson());
    }

    private RestAnswer Delete(FakeMessage message)
    {
        message.IsDeleted = true;
        world.Changed.Raise();
        return RestAnswer.NoContent;
    }

    private RestAnswer FollowUp(RestCall call)
    {
        var interaction = Answered(call);
        if (interaction is { Callback.Type: 5, Original: { IsDeleted: false } original } && (original.Flags & FakeMessage.Loading) != 0)
        {
            return EditOf(original, call); // Discord's old way: the first follow-up fills "thinking…".
        }

        var isPrivate = ((FormErrors.NumberOf(call.Form["flags"]) ?? 0) & FakeMessage.Ephemeral) != 0;
        var message = writer.Post(interaction.Channel, call.Form, call.Files, "", isPrivate ? interaction.User.Id : null, interaction);
        interaction.Add(message);
        interaction.Changed.Raise();
        return RestAnswer.Ok(message.ToJson());
    }
}
