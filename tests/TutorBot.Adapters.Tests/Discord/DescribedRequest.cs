using System.Text.Json;
using System.Text.Json.Nodes;
using TutorBot.Discord.Rendering;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>A request with a JSON body, by a route of Discord's description.</summary>
internal sealed record DescribedRequest(string Method, string Route, JsonNode Body)
{
    public const string Callback = "/interactions/{interaction_id}/{interaction_token}/callback";
    public const string Messages = "/channels/{channel_id}/messages";
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    private const int Private = 64;

    /// <summary>Each way in which a message goes to Discord.</summary>
    public static IReadOnlyList<DescribedRequest> AllOf(DiscordMessage message)
    {
        var post = message.AsNew(0);
        (post["nonce"], post["enforce_nonce"]) = ("cabcdefgh", true);
        return
        [
            new("POST", Messages, post),
            new("PATCH", Messages + "/{message_id}", message.AsEdit()),
            new("POST", Webhook, message.AsNew(Private)),
            new("PATCH", Webhook + "/messages/@original", message.AsEdit()),
            new("POST", Callback, new JsonObject { ["type"] = 4, ["data"] = message.AsNew(Private) }),
            new("POST", Callback, new JsonObject { ["type"] = 7, ["data"] = message.AsEdit() }),
        ];
    }

    /// <summary>What our validator finds wrong, in the body as it is sent.</summary>
    public IReadOnlyList<string> Mistakes() => DiscordSpecification.Validate(Method, Route, JsonElement.Parse(Body.ToJsonString()));

    public override string ToString() => new JsonObject { ["method"] = Method, ["route"] = Route, ["body"] = Body.DeepClone() }.ToJsonString();
}
