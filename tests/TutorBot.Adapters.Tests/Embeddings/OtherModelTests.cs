using TutorBot.Core.Retrieval;
using TutorBot.Embeddings;

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
