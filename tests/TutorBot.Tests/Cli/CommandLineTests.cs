using System.Text;
using System.Text.Json;
using TutorBot.TestSupport;

namespace TutorBot.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tutorbot").FullName;

    [Fact]
    public async Task Ask_Json_PrintsOneValueAsTheCommandLinePageSays()
    {
        var (code, output, _) = await RunAsync("", "ask", "what is a café dropout?", "--json");

        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal(0, code);
        Assert.Equal(
            ["question", "band", "confidence", "intent", "cards", "text", "sources", "elapsedMs"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(5, root.GetProperty("cards").GetArrayLength());
        Assert.Equal(["deck", "number", "title", "score"], root.GetProperty("cards")[0].EnumerateObject().Select(property => property.Name));
        Assert.Contains("café", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is dropout?", "answer", "define")]
    [InlineData("#161", "answer", "card")]
    [InlineData("example of padding", "answer", "example")]
    [InlineData("GAN vs VAE", "answer", "compare")]
    [InlineData("what's the capital of Mongolia?", "decline", "define")]
    [InlineData("hello!", "decline", "none")]
    [InlineData("", "decline", "none")]
    [InlineData("\"; DROP TABLE cards; --", "decline", "define")]
    public async Task Ask_Question_GivesBandAndIntent(string question, string band, string intent)
    {
        var (_, output, _) = await RunAsync("", "ask", question, "--json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal((band, intent), (json.RootElement.GetProperty("band").GetString(), json.RootElement.GetProperty("intent").GetString()));
        Assert.Equal(band == "answer", json.RootElement.GetProperty("sources").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Ask_AsText_ShowsTheAuthorsWordsAndTheSource()
    {
        var (code, output, _) = await RunAsync("", "ask", "tip for softmax");

        Assert.Equal(0, code);
        Assert.Contains("**Softmax** (161)", output, StringComparison.Ordinal);
        Assert.Contains("Source: 161 Softmax", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuizPreview_Json_PrintsOneValueAsTheCommandLinePageSays()
    {
        var (code, output, _) = await RunAsync("", "quiz", "preview", "166", "--form", "definition", "--seed", "7", "--json");

        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal(0, code);
        Assert.Equal(["card", "form", "seed", "prompt", "options", "key", "accepts"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("deep-learning#166", "definition", 7), (root.GetProperty("card").GetString(), root.GetProperty("form").GetString(), root.GetProperty("seed").GetInt32()));
        Assert.Equal(4, root.GetProperty("options").GetArrayLength());
        Assert.Contains("turns off some neurons", root.GetProperty("options")[root.GetProperty("key").GetInt32()].GetString(), StringComparison.Ordinal);
        Assert.Equal("dropout", Assert.Single(root.GetProperty("accepts").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("#175", "typed", "Accepted: lstm")]
    [InlineData("deep-learning#176", "pair", "Answer: ")]
    [InlineData("batch norm layer", null, null)]
    [InlineData("LSTMs", "term", "✔ ")]
    [InlineData("166", "pair", null)]
    [InlineData("166", "riddle", null)]
    public async Task QuizPreview_Text_ShowsTheQuestionOrSaysWhatIsWrong(string card, string? form, string? shown)
    {
        var (code, output, errors) = await RunAsync("", ["quiz", "preview", card, .. form is null ? Array.Empty<string>() : ["--form", form]]);

        Assert.Equal(shown is null ? 2 : 0, code);
        Assert.Contains(shown ?? "error: ", shown is null ? errors : output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("quiz", "preview")]
    [InlineData("quiz", "preview", "166", "--seed", "x")]
    [InlineData("nonsense")]
    [InlineData("ask", "x", "--colour")]
    [InlineData("ask", "--foo")]
    [InlineData("ask", "x", "--deck", "nope")]
    [InlineData("quiz", "preview", "No such card")]
    [InlineData("decks", "lint")]
    public async Task CalledWrongly_ExitsWithTwoAndUsage(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync("", arguments);

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains("Usage:", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--", "--foo")]
    [InlineData("@everyone what is dropout?")]
    [InlineData("-")]
    public async Task Ask_QuestionThatLooksLikeAnOption_IsAsked(params string[] question)
    {
        var (code, output, _) = await RunAsync("", ["ask", "--json", .. question]);

        Assert.Equal(0, code);
        Assert.Contains(question[^1], output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "x")]
    [InlineData("quiz", "preview", "1")]
    [InlineData("evaluate", "tests/data/eval/deep-learning.questions.jsonl")]
    [InlineData("decks", "list")]
    public async Task DecksFolder_ThatIsNotThere_IsAnError(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync("", [.. arguments, "--decks", "/nonexist"]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("error: /nonexist(0): The decks folder does not exist. ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_ByteOrderMarkOfUtf16_IsAnErrorWithItsLine()
    {
        var (code, output, errors) = await RunAsync([0x61, 0x0A, 0xFF, 0xFE, 0x0A, 0x62, 0x0A], "embed", "--json");

        Assert.Equal((1, 1), (code, output.TrimEnd().Split('\n').Length));
        Assert.Contains("standard input(2): ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_FirstLineOfForeignBytes_IsNotTakenForAnotherEncoding()
    {
        var (_, _, errors) = await RunAsync([0xFF, 0xFE, 0x61, 0x0A, 0x62, 0x0A], "embed", "--json");

        Assert.Contains("standard input(1): ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_WrongSets_AreNamedWithFileAndLine()
    {
        var set = Path.Combine(_folder, "set.jsonl");
        await File.WriteAllTextAsync(set, """
            {"question":"a","cards":[166]}

            not JSON
            {"question":"b","cards":[9999]}
            {"question":"c","cards":[1],"deck":"nope"}
            """);

        var (code, _, errors) = await RunAsync("", "evaluate", set, _folder, Path.Combine(_folder, "none.jsonl"));

        Assert.Equal(1, code);
        Assert.Contains($"error: {set}(3): this is not JSON", errors, StringComparison.Ordinal);
        Assert.Contains($"error: {set}(4): \"b\" expects a card", errors, StringComparison.Ordinal);
        Assert.Contains($"error: {set}(5): Deck \"nope\" is not loaded", errors, StringComparison.Ordinal);
        Assert.Contains($"error: {_folder} is a folder. ", errors, StringComparison.Ordinal);
        Assert.Contains("none.jsonl does not exist. ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_UnanswerableQuestionsAlone_PrintsADashWhereThereIsNothingToMeasure()
    {
        var set = Path.Combine(_folder, "set.jsonl");
        await File.WriteAllTextAsync(set, "{\"question\":\"the capital of Mongolia?\",\"cards\":[]}\n");

        var (_, output, _) = await RunAsync("", "evaluate", set);

        Assert.Contains("recall@1       –", output, StringComparison.Ordinal);
        Assert.Contains("1 question, recall@1 –, false answers 0.000", output, StringComparison.Ordinal);
        Assert.DoesNotContain("precision ,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_SeveralFolders_NamesEachFileAsItWasGiven()
    {
        foreach (var folder in (string[])["a", "b"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
            await File.WriteAllTextAsync(Path.Combine(_folder, folder, "d.md"), "## 5.\n");
        }

        var (_, output, _) = await RunAsync("", "decks", "lint", Path.Combine(_folder, "a"), Path.Combine(_folder, "b", "d.md"), Path.Combine(_folder, "c"));

        Assert.Contains($"error: {Path.Combine(_folder, "a", "d.md")}(1): card 5 has no name", output, StringComparison.Ordinal);
        Assert.Contains($"error: {Path.Combine(_folder, "b", "d.md")}(1): card 5 has no name", output, StringComparison.Ordinal);
        Assert.Contains($"error: {Path.Combine(_folder, "c")}(0): The file cannot be read", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_EscapedLine_GivesIdsAndUnitVector()
    {
        var (code, output, _) = await RunAsync("drop\\u006fut\nsecond\n", "embed", "--json", "--escaped");

        var lines = output.TrimEnd().Split('\n');
        using var json = JsonDocument.Parse(lines[0]);
        Assert.Equal((0, 2), (code, lines.Length));
        Assert.Equal("dropout", json.RootElement.GetProperty("text").GetString());
        Assert.Equal(384, json.RootElement.GetProperty("vector").GetArrayLength());
        Assert.Equal(1, json.RootElement.GetProperty("vector").EnumerateArray().Sum(x => x.GetDouble() * x.GetDouble()), 3);
    }

    [Fact]
    public async Task Lint_BrokenFile_ExitsWithOneAndNamesLineAndRemedy()
    {
        var file = Path.Combine(_folder, "broken.md");
        await File.WriteAllTextAsync(file, "# D\n\n## 1. Atom\nNo definition here.\n");

        var (code, output, _) = await RunAsync("", "decks", "lint", file);

        Assert.Equal(1, code);
        Assert.Contains("broken.md(3): card 1 has no Definition. Add a line", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThreeWrongSettings_NamesAllThree()
    {
        var (code, _, errors) = await RunAsync("", ["run"], new()
        {
            ["Playground__Enabled"] = "perhaps", ["Playground__Url"] = "ftp://x", ["Decks__Folder"] = " ",
        });

        Assert.Equal(1, code);
        Assert.All(["Playground:Enabled", "Playground:Url", "Decks:Folder"], key => Assert.Contains(key, errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AddressInUse_NamesTheSettingAndShowsNoStackTrace()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        var (code, _, errors) = await RunAsync("", ["run"], new() { ["Playground__Url"] = $"http://{taken.LocalEndpoint}" });

        Assert.Equal(1, code);
        Assert.StartsWith("error: Playground:Url", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ModelThatIsNotTheManifests_SaysWhichFileAndWhatToDo()
    {
        var source = Repository.PathOf("content/models/tutor-minilm-l6-v1");
        File.Copy(Path.Combine(source, "model.json"), Path.Combine(_folder, "model.json"));
        File.Copy(Path.Combine(source, "vocab.txt"), Path.Combine(_folder, "vocab.txt"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "model.onnx"), "not a model");

        var (code, _, errors) = await RunAsync("", ["ask", "x"], new() { ["Model__Folder"] = _folder });

        Assert.Equal(1, code);
        Assert.Contains("model.onnx is not the file that", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithoutWeights_WarnsAndAnswersNamesOnly()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("content/models/tutor-minilm-l6-v1")).Where(file => !file.EndsWith("weights.json", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        var settings = new Dictionary<string, string> { ["Model__Folder"] = _folder };
        var (_, named, errors) = await RunAsync("", ["ask", "softmax", "--json"], settings);
        var (_, asked, _) = await RunAsync("", ["ask", "randomly switch units off against overfitting", "--json"], settings);

        Assert.Contains("evaluate --fit", errors, StringComparison.Ordinal);
        Assert.Contains("\"band\":\"answer\"", named, StringComparison.Ordinal);
        Assert.Contains("\"band\":\"suggest\"", asked, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] arguments) => RunAsync(input, arguments, []);

    private Task<(int Code, string Output, string Errors)> RunAsync(byte[] input, params string[] arguments) => TutorProcess.RunAsync(_folder, input, arguments, []);

    private Task<(int Code, string Output, string Errors)> RunAsync(string input, string[] arguments, Dictionary<string, string> settings) =>
        TutorProcess.RunAsync(_folder, Encoding.UTF8.GetBytes(input), arguments, settings);
}
