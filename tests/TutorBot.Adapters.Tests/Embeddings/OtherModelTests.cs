using TutorBot.Core.Retrieval;
using TutorBot.Embeddings;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Embeddings;

/// <summary>Another model of the BERT family works by its model.json alone, and a wrong one is named.</summary>
public sealed class OtherModelTests : IDisposable
{
    private readonly TinyModel _tiny = new();

    [Theory]
    [InlineData("cls", TextKind.Query, "query")]
    [InlineData("cls", TextKind.Passage, "passage")]
    [InlineData("mean", TextKind.Query, "query")]
    public void Encode_PoolingAndPrefix_AreThoseOfTheManifest(string pooling, TextKind kind, string prefix)
    {
        _tiny.WriteManifest(new() { ["pooling"] = pooling });
        using var model = OnnxEmbeddingGenerator.Load(ModelFolder.Open(_tiny.Folder));

        using var encoded = model.Encode("What is a wren", kind);

        var expected = _tiny.Expected(pooling == "mean", "[CLS]", prefix, ":", "what", "is", "a", "wren", "[SEP]");
        Assert.All(expected.Zip(encoded.Vector.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 5));
    }

    [Fact]
    public void Encode_LongText_IsCutAtTheManifestsLength()
    {
        using var model = OnnxEmbeddingGenerator.Load(ModelFolder.Open(_tiny.Folder));

        using var encoded = model.Encode(string.Concat(Enumerable.Repeat("wren ", 50)), TextKind.Query);

        Assert.Equal(12, encoded.TokenCount);
    }

    [Theory]
    [InlineData("sha256", "0000000000000000000000000000000000000000000000000000000000000000", "tiny.onnx is not the file")]
    [InlineData("file", "other.onnx", "other.onnx is missing")]
    [InlineData("vocabulary", "other.txt", "other.txt is missing")]
    [InlineData("dimension", 32, "\"dimension\"")]
    [InlineData("output", "last_hidden_state", "has no output \"last_hidden_state\"")]
    [InlineData("pooling", "max", "\"pooling\" is \"max\"")]
    [InlineData("maxTokens", 1, "\"maxTokens\"")]
    [InlineData("precision", "int8", "\"precision\" is \"int8\", but")]
    [InlineData("file", "../tiny.onnx", "same folder")]
    public void Load_WrongManifest_NamesFileAndRemedyInOneSentence(string key, object value, string what)
    {
        _tiny.WriteManifest(new() { [key] = value });

        var error = Assert.Throws<ModelException>(() => OnnxEmbeddingGenerator.Load(ModelFolder.Open(_tiny.Folder)).Dispose());

        Assert.Contains(error.Problems, problem => problem.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void Open_SeveralMistakes_NamesAll()
    {
        _tiny.WriteManifest(new() { ["pooling"] = "max", ["lowerCase"] = "yes", ["maxTokens"] = "many" });

        Assert.Equal(3, Assert.Throws<ModelException>(() => ModelFolder.Open(_tiny.Folder)).Problems.Count);
    }

    [Fact]
    public void Open_MistakesInManifestAndAgainstTheGraph_AreNamedTogether()
    {
        _tiny.WriteManifest(new()
        {
            ["pooling"] = "max", ["maxTokens"] = 1, ["dimension"] = 32, ["output"] = "last_hidden_state", ["vocabulary"] = "other.txt", ["precision"] = "int8",
        });

        var problems = Assert.Throws<ModelException>(() => ModelFolder.Open(_tiny.Folder)).Problems;

        Assert.Equal(5, problems.Count);
        Assert.All(["pooling", "maxTokens", "last_hidden_state", "other.txt", "precision"], what => Assert.Contains(problems, problem => problem.Contains(what, StringComparison.Ordinal)));
    }

    [Fact]
    public void Open_WrongPoolingAndDimension_AreNamedTogether()
    {
        _tiny.WriteManifest(new() { ["pooling"] = "max", ["dimension"] = 32 });

        var problems = Assert.Throws<ModelException>(() => ModelFolder.Open(_tiny.Folder)).Problems;

        Assert.Equal(2, problems.Count);
        Assert.Contains("Set it to 16", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ShippedModelWithAnotherPrecisionAndTooManyTokens_NamesBoth()
    {
        var shipped = Repository.PathOf("content/models/tutor-minilm-l6-v1");
        var manifest = File.ReadAllText(Path.Combine(shipped, "model.json"))
            .Replace("\"int8\"", "\"fp32\"", StringComparison.Ordinal).Replace("\"maxTokens\": 256", "\"maxTokens\": 2000", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_tiny.Folder, "model.json"), manifest);
        File.Delete(Path.Combine(_tiny.Folder, "vocab.txt"));
        foreach (var file in (string[])["model.onnx", "vocab.txt"])
        {
            File.CreateSymbolicLink(Path.Combine(_tiny.Folder, file), Path.Combine(shipped, file));
        }

        var problems = Assert.Throws<ModelException>(() => ModelFolder.Open(_tiny.Folder)).Problems;

        Assert.Equal(2, problems.Count);
        Assert.EndsWith("holds int8 weights. Write \"int8\".", problems[0], StringComparison.Ordinal);
        Assert.EndsWith("has places for 512 tokens. Write 512 or less.", problems[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a model")]
    [InlineData("")]
    [InlineData(":\u007f*")]
    public void Open_GraphThatIsNone_NamesTheFile(string graph)
    {
        File.WriteAllText(Path.Combine(_tiny.Folder, "tiny.onnx"), graph);

        Assert.Contains("tiny.onnx is not the file", Assert.Single(Assert.Throws<ModelException>(() => ModelFolder.Open(_tiny.Folder)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoFolder_NamesTheSetting() => Assert.Contains(
        "Model:Folder", Assert.Throws<ModelException>(() => ModelFolder.Open(_tiny.Folder + "-not")).Message, StringComparison.Ordinal);

    [Fact]
    public void Fingerprint_OtherPooling_IsAnother()
    {
        using var cls = OnnxEmbeddingGenerator.Load(ModelFolder.Open(_tiny.Folder));
        _tiny.WriteManifest(new() { ["pooling"] = "mean" });
        using var mean = OnnxEmbeddingGenerator.Load(ModelFolder.Open(_tiny.Folder));

        Assert.NotEqual(cls.Fingerprint, mean.Fingerprint);
    }

    public void Dispose() => _tiny.Dispose();
}
