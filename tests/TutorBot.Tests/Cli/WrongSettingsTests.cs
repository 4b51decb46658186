using TutorBot.Settings;

namespace TutorBot.Tests.Cli;

/// <summary>Whatever is wrong with the settings is named in one go.</summary>
public sealed class WrongSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tutorbot").FullName;

    [Theory]
    [InlineData("run")]
    [InlineData("ask", "x")]
    [InlineData("doctor")]
    public async Task Start_EverythingWrong_NamesAll(params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "model"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "model", "model.json"), "{\"pooling\":\"max\"}");

        var (code, output, errors) = await RunAsync(arguments, new()
        {
            ["Playground__Enabled"] = "perhaps", ["Playground__Url"] = "ftp://x", ["Chat__Endpoint"] = "x", ["Database__Postgres"] = "Host",
            ["Decks__Folder"] = "/nonexist", ["Data__Folder"] = "/dev/null/data", ["Model__Folder"] = Path.Combine(_folder, "model"),
        });

        Assert.Equal(1, code);
        Assert.All(
            ["Playground:Enabled", "Playground:Url", "Chat:Endpoint is \"x\"", "Chat:Model", "Database:Postgres is no connection string", "/nonexist(0): The decks folder", "Data:Folder", "\"pooling\"", "\"dimension\""],
            what => Assert.Contains(what, errors + output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OneWrongSetting_ChecksTheRestAll()
    {
        var (code, output, _) = await RunAsync(["doctor"], new() { ["Playground__Enabled"] = "perhaps", ["Decks__Folder"] = " " });

        Assert.Equal(1, code);
        Assert.All(
            ["FAIL settings: Playground:Enabled", "FAIL settings: Decks:Folder", "ok   model:", "ok   data:", "ok   clock:", "ok   globalization:"],
            line => Assert.Contains(line, output, StringComparison.Ordinal));
        Assert.DoesNotContain("decks: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DataFolderThatCannotBeWritten_IsAnError()
    {
        var (code, _, errors) = await RunAsync(["run"], new() { ["Data__Folder"] = "/dev/null/data" });

        Assert.Equal(1, code);
        Assert.StartsWith("error: Data:Folder \"/dev/null/data\" cannot be written. ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_DataFolderThatCannotBeWritten_WarnsAndAnswers()
    {
        var (code, output, errors) = await RunAsync(["ask", "softmax", "--decks", Path.Combine("tests", "data", "decks")], new() { ["Data__Folder"] = "/dev/null/data" });

        Assert.Equal(0, code);
        Assert.Contains("Softmax", output, StringComparison.Ordinal);
        Assert.StartsWith("warning: Data:Folder \"/dev/null/data\" cannot be written. ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_FolderWithoutADeck_IsAnError()
    {
        var (code, _, errors) = await RunAsync(["ask", "softmax", "--decks", _folder], []);

        Assert.Equal(1, code);
        Assert.Contains("holds no *.md file", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_FileThatIsNoJson_NamesTheFile()
    {
        var path = Path.Combine(_folder, "appsettings.json");
        File.WriteAllText(path, "{ \"Decks\": ");

        var error = Assert.Throws<SettingsException>(() => SettingsSources.Build(_folder));

        Assert.StartsWith($"Failed to load configuration from file '{path}': ", Assert.Single(error.Problems), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, Dictionary<string, string> settings) =>
        TutorProcess.RunAsync(_folder, [], arguments, settings);
}
