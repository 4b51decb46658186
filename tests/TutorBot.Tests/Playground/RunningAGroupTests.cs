namespace TutorBot.Tests.Playground;

/// <summary>What those who run a group are asked and told, and the panels that they use.</summary>
public sealed class RunningAGroupTests(PlaygroundHost host) : IClassFixture<PlaygroundHost>
{
    private readonly PlaygroundClient _client = new(host);

    [Fact]
    public async Task CaptainAdd_Member_BecomesCaptainByAcceptingAlone()
    {
        await SayAsync("ada", "/group create Captains");
        await SayAsync("grace", "/group join Captains");

        Assert.Contains("Grace is asked to be a captain of Captains", await SayAsync("ada", "/group captain add Grace"), StringComparison.Ordinal);
        Assert.Contains("asked already", await SayAsync("ada", "/group captain add Grace"), StringComparison.Ordinal);
        Assert.Contains("That is for the captains of Captains: Ada", await SayAsync("grace", "/group set join:open"), StringComparison.Ordinal);
        Assert.Contains("Nobody asks you", await SayAsync("alan", "/group captain accept"), StringComparison.Ordinal);
        var told = (await _client.MessagesAsync("grace", "general")).Last(message => message.Text.Contains("You are asked to be a captain of Captains", StringComparison.Ordinal));

        await _client.PressAsync("grace", "general", "Be a captain");

        var after = (await _client.MessagesAsync("grace", "general")).Single(message => message.Key == told.Key);
        Assert.Contains("You are now a captain of Captains", after.Text, StringComparison.Ordinal);
        Assert.Contains("Ada is no longer a captain", await SayAsync("ada", "/group captain remove Ada"), StringComparison.Ordinal);
        Assert.Contains("You are the last captain", await SayAsync("grace", "/group captain remove Grace"), StringComparison.Ordinal);
        await _client.PressAsync("grace", "general", "No captain");
        Assert.Contains("has no captain now", (await _client.MessagesAsync("grace", "general"))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("is deleted", await DeleteAsync("grace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_GroupThatApproves_TellsCaptainsWhoAcceptOrTurnAway()
    {
        await SayAsync("ada", "/group create Closed circle");
        await SayAsync("ada", "/group set join:approve");
        Assert.Contains("Its captains were told", await SayAsync("alan", "/group join Closed circle"), StringComparison.Ordinal);
        await SayAsync("alan", "/group join Closed circle");
        await SayAsync("katherine", "/group join Closed circle");
        Assert.Single(await ToldAsync("ada", "Alan asks to join Closed circle"));

        // Both wait for the captain through a restart.
        await host.StopAsync();
        await host.StartAsync();
        Assert.Single(await ToldAsync("ada", "Alan asks to join Closed circle"));
        await _client.PressAsync("ada", "general", "Accept Alan");

        Assert.Single(await ToldAsync("alan", "You are now in Closed circle"));
        Assert.Contains("Katherine is turned away", await SayAsync("ada", "/group remove Katherine"), StringComparison.Ordinal);
        Assert.Contains("2 members", await SayAsync("ada", "/group info Closed circle"), StringComparison.Ordinal);
        Assert.Empty(await ToldAsync("katherine", "You are now in"));
        await DeleteAsync("ada");
    }

    [Fact]
    public async Task Panel_Choice_ChangesThePanelWhereItStands()
    {
        await SayAsync("ada", "/group create Panels");
        await SayAsync("ada", "/schedule set");
        var before = await _client.MessagesAsync("ada", "general");

        await _client.PressAsync("ada", "general", "Tue, Thu");
        await _client.PressAsync("ada", "general", "Start");

        var after = await _client.MessagesAsync("ada", "general");
        Assert.Equal(before.Select(message => message.Key), after.Select(message => message.Key));
        Assert.Contains("Tue, Thu", after[^1].Text, StringComparison.Ordinal);
        Assert.Contains("It is running.", after[^1].Text, StringComparison.Ordinal);
        await DeleteAsync("ada");
    }

    private Task<string> SayAsync(string person, string line) => _client.TypeAsync(person, "general", line);

    private async Task<IEnumerable<PlaygroundLine>> ToldAsync(string person, string text) =>
        (await _client.MessagesAsync(person, "general")).Where(message => message.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>Deletes the only group, so that each test has one of its own.</summary>
    private async Task<string> DeleteAsync(string captain)
    {
        await SayAsync(captain, "/group delete");
        await _client.PressAsync(captain, "general", "Delete it for good");
        return (await _client.MessagesAsync(captain, "general"))[^1].Text;
    }
}
