namespace TutorBot.Tests.Playground;

/// <summary>What people get who type what cannot be: one clear line, and nothing changed; and names that try to break the page.</summary>
public sealed class WrongInputTests(PlaygroundHost host) : IClassFixture<PlaygroundHost>
{
    private readonly PlaygroundClient _client = new(host);

    /// <summary>Once for all tests of the class, which share the host.</summary>
    private static Task? _prepared;

    [Theory]
    [InlineData("ada", "/group create " + Long, "at most 60 characters; this one has 200")]
    [InlineData("ada", "/group create ***", "A group needs a name of letters")]
    [InlineData("ada", "/group create Readers", "There is a group \"Readers\" here already")]
    [InlineData("ada", "/group info Nowhere", "There is no group \"Nowhere\" here")]
    [InlineData("ada", "/group join ZZZZZZZZ", "There is no group \"ZZZZZZZZ\" here")]
    [InlineData("grace", "/group set name:Other", "That is for the captains of Readers: Ada")]
    [InlineData("grace", "/group remove Ada", "That is for the captains of Readers: Ada")]
    [InlineData("grace", "/group delete", "That is for the captains of Readers: Ada")]
    [InlineData("ada", "/group remove Nobody", "Nobody called \"Nobody\" is in the group")]
    [InlineData("ada", "/group captain remove Ada", "You are the last captain of Readers")]
    [InlineData("ada", "/group set", "What do you change?")]
    [InlineData("ada", "/group set color:red", "/group set has no option color")]
    [InlineData("ada", "/group set zone:Atlantis decks:chemistry join:maybe exclude:Nobody", "There is no deck \"chemistry\"", "There is no join policy \"maybe\"", "No city or zone \"Atlantis\"", "Nobody called \"Nobody\"")]
    [InlineData("ada", "/schedule set time:25:00 close:sundown days:someday zone:Atlantis", "Nothing was changed", "\"25:00\" is no time", "\"sundown\" is no time", "\"someday\" are no days", "\"Atlantis\"")]
    [InlineData("ada", "/schedule set time:09:00 close:10:00", "at least 120 minutes; 09:00 to 10:00 are 60")]
    [InlineData("ada", "/schedule regrade 99 B", "There was no round yet")]
    [InlineData("ada", "/schedule regrade B", "Which round, and which letters are right?")]
    [InlineData("ada", "/schedule void seven", "Which round?")]
    [InlineData("ada", "/leaderboard group:Nowhere", "There is no group \"Nowhere\" here")]
    [InlineData("ada", "/leaderboard period:someday board:luck", "not \"someday\"", "not \"luck\"")]
    [InlineData("ada", "/leaderboard", "Nobody has answered a round that closed in this time yet")]
    [InlineData("ada", "/leaderboard period:season", "they begin with two answered rounds in a week")]
    [InlineData("ada", "/away 2020-01-01", "is past")]
    [InlineData("ada", "/away someday", "Which dates?")]
    [InlineData("ada", "/timezone Atlantis", "I do not know the place \"Atlantis\"")]
    [InlineData("ada", "/timezone " + Long, "I do not know the place")]
    [InlineData("ada", "/daily perhaps", "/daily takes a letter")]
    [InlineData("ada", "/daily Z", "No round is open for you just now")]
    [InlineData("ada", "/quiz deck:chemistry", "chemistry")]
    [InlineData("ada", "/quiz form:poem", "poem")]
    [InlineData("ada", "/quiz 99", "10")]
    [InlineData("ada", "/why everything", "/why explains answer, quiz, rank or streak")]
    [InlineData("ada", "/why quiz", "You have answered no round yet")]
    [InlineData("ada", "/report", "There is no question of the quiz that you could mean")]
    [InlineData("ada", "/deck inbox", "The inbox is empty")]
    [InlineData("ada", "/privacy visibility nobody", "group, public or hidden")]
    [InlineData("ada", "/privacy ignore maybe", "on or off")]
    public async Task Type_WhatCannotBe_IsSaidAndNothingChanges(string person, string line, params string[] said)
    {
        await (_prepared ??= PrepareAsync());

        var reply = await _client.TypeAsync(person, "general", line);

        Assert.All(said, text => Assert.Contains(text, reply, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Something went wrong", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b onclick=alert(1)>Bold</b> & *stars* @everyone", "<b onclick=alert(1)>Bold</b> & *stars* @everyone")]
    [InlineData("🧠 مجموعة الدراسة", "🧠 مجموعة الدراسة")]
    [InlineData("\u202Ereversed\u202C group", "reversed group")]
    public async Task Create_NameThatTriesThePage_IsShownAsItIs(string name, string shown)
    {
        var reply = await _client.TypeAsync("katherine", "kathmandu", $"/group create {name}");
        var list = await _client.TypeAsync("katherine", "kathmandu", "/group list");

        Assert.Contains($"You made the group {shown} ", reply, StringComparison.Ordinal);
        Assert.Contains(shown, list, StringComparison.Ordinal);
        var page = await _client.PageAsync("katherine", "kathmandu");
        Assert.DoesNotContain("<b onclick", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
    }

    private const string Long = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /// <summary>A group of one with a schedule that is not started.</summary>
    private async Task PrepareAsync()
    {
        await _client.TypeAsync("ada", "general", "/group create Readers");
        await _client.TypeAsync("ada", "general", "/schedule set");
    }
}
