using System.Text.Json.Nodes;
using TutorBot.Discord.Commands;
using TutorBot.Discord.Rendering;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>Requests of every kind: of random replies, our commands, and samples with what we never send; two of three broken somewhere.</summary>
internal static class RandomRequests
{
    private const string Commands = "/applications/{application_id}/commands";

    private static readonly (string Method, string Route, string Body)[] Samples =
    [
        ("POST", DescribedRequest.Callback, """{"type":8,"data":{"choices":[{"name":"Dropout","value":"166"},{"name":"Größe 🎲","name_localizations":{"de":"Maß"},"value":"7"}]}}"""),
        ("POST", DescribedRequest.Callback, """{"type":8,"data":{"choices":[{"name":"one","value":1},{"name":"two","value":2}]}}"""),
        ("POST", DescribedRequest.Callback, """{"type":9,"data":{"custom_id":"report","title":"Report","components":[{"type":1,"components":[{"type":4,"custom_id":"text","style":2,"label":"What is wrong?","min_length":0,"max_length":4000,"required":true}]}]}}"""),
        ("POST", DescribedRequest.Callback, """{"type":9,"data":{"custom_id":"set","title":"Set","components":[{"type":18,"label":"When","description":"d","component":{"type":3,"custom_id":"m","options":[{"label":"a","value":"b","default":true}],"min_values":0,"max_values":1}},{"type":10,"content":"text"}]}}"""),
        ("POST", DescribedRequest.Callback, """{"type":5,"data":{"flags":64}}"""),
        ("POST", DescribedRequest.Callback, """{"type":6}"""),
        ("PUT", Commands, """[{"type":1,"name":"a","name_localizations":{"de":"ä"},"description":"b","default_member_permissions":"8","contexts":[0,1],"integration_types":[0],"nsfw":false,"options":[{"type":4,"name":"i","description":"d","min_value":1,"max_value":5},{"type":10,"name":"n","description":"d","choices":[{"name":"x","value":0.5}]},{"type":7,"name":"c","description":"d","channel_types":[0,5]},{"type":3,"name":"s","description":"d","min_length":1,"max_length":6000}]},{"type":2,"name":"Who"}]"""),
        ("POST", Commands, """{"type":1,"name":"a","description":"b","default_member_permissions":null,"dm_permission":true,"options":[{"type":2,"name":"g","description":"d","options":[{"type":1,"name":"s","description":"d","options":[{"type":6,"name":"u","description":"d","required":true}]}]}]}"""),
        ("POST", DescribedRequest.Messages, """{"content":"hi","tts":false,"nonce":7,"sticker_ids":["1"],"message_reference":{"message_id":"12","fail_if_not_exists":false},"allowed_mentions":{"parse":["users"],"roles":["18446744073709551615"],"replied_user":true},"attachments":[{"id":0,"filename":"a.png","description":"a"}],"embeds":[{"type":"rich","url":"https://example.org/a","title":"t","color":16777215,"timestamp":"2026-11-27T12:00:00Z","author":{"name":"n","url":"https://example.org","icon_url":"attachment://a.png"},"footer":{"text":"f"},"image":{"url":"attachment://a.png","width":10,"height":20},"fields":[{"name":"n","value":"v","inline":true}]}]}"""),
        ("POST", DescribedRequest.Messages, """{"flags":32768,"components":[{"type":17,"accent_color":16777215,"spoiler":false,"components":[{"type":10,"content":"x"},{"type":14,"divider":true,"spacing":2}]},{"type":9,"components":[{"type":10,"content":"x"}],"accessory":{"type":11,"media":{"url":"https://example.org/a.png"}}},{"type":1,"components":[{"type":2,"style":5,"url":"https://example.org","label":"l","emoji":{"name":"🎲"}}]}]}"""),
        ("POST", DescribedRequest.Messages + "/{message_id}/threads", """{"name":"thread","auto_archive_duration":60,"rate_limit_per_user":0}"""),
        ("POST", "/users/@me/channels", """{"recipient_id":"123"}"""),
        ("PATCH", "/channels/{channel_id}", """{"name":"c","topic":"t","position":1,"nsfw":false,"permission_overwrites":[{"id":"1","type":0,"allow":1024,"deny":null}]}"""),
    ];

    /// <summary>One, the same for the same number.</summary>
    public static DescribedRequest Of(int number)
    {
        var random = new Random(number);
        var request = random.Next(10) switch
        {
            < 5 => random.GetItems([.. DescribedRequest.AllOf(DiscordRenderer.Render(new RandomReplies(number).Blocks(), "cabcdefgh"))], 1)[0],
            5 => new DescribedRequest("PUT", Commands, CommandDefinitions.All(isGlobal: random.Next(2) == 0)),
            _ => random.GetItems([.. Samples.Select(sample => new DescribedRequest(sample.Method, sample.Route, JsonNode.Parse(sample.Body) ?? new JsonObject()))], 1)[0],
        };
        if (random.Next(3) > 0)
        {
            Mutation.Apply(request.Body, random);
        }

        return request;
    }
}
