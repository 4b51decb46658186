using System.Text.Json;
using TutorBot.Discord.Commands;
using TutorBot.TestSupport.Discord;

namespace TutorBot.Adapters.Tests.Discord;

public sealed class DiscordSpecificationTests
{
    private const string Commands = "/applications/{application_id}/commands";
    private const string Callback = "/interactions/{interaction_id}/{interaction_token}/callback";

    [Theory]
    [InlineData("POST", Callback, """{"type":8,"data":{"choices":[{"name":"Dropout","value":"166"}]}}""")]
    [InlineData("POST", Callback, """{"type":9,"data":{"custom_id":"a","title":"b","components":[{"type":1,"components":[{"type":4,"custom_id":"c","style":1,"label":"d"}]}]}}""")]
    [InlineData("PUT", Commands, """[{"name":"a","description":"b","default_member_permissions":"0"}]""")]
    [InlineData("GET", Commands, null)]
    public void Validate_Right_IsNoMistake(string method, string route, string? body) => Assert.Empty(Validate(method, route, body));

    [Theory]
    [InlineData("POST", Callback, """{"type":8,"data":{"choices":[{"name":"","value":"166"}]}}""")]
    [InlineData("POST", Callback, """{"type":9,"data":{"custom_id":"a","title":"b","components":[]}}""")]
    [InlineData("PUT", Commands, """[{"name":"a","description":"b","default_member_permissions":0}]""")]
    [InlineData("PUT", Commands, null)]
    [InlineData("GET", Commands, "{}")]
    [InlineData("POST", "/nowhere", "{}")]
    public void Validate_Wrong_IsAMistake(string method, string route, string? body) => Assert.NotEmpty(Validate(method, route, body));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Validate_OurCommands_AreRight(bool isGlobal) => Assert.Empty(Validate("PUT", Commands, CommandDefinitions.All(isGlobal).ToJsonString()));

    private static IReadOnlyList<string> Validate(string method, string route, string? body) =>
        DiscordSpecification.Validate(method, route, body is null ? null : JsonElement.Parse(body));
}
