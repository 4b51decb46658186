using System.Numerics.Tensors;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;
using Microsoft.Extensions.AI;
using TutorBot.Core.Retrieval;
using TutorBot.Embeddings;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Embeddings;

public sealed class OnnxEmbeddingGeneratorTests : IClassFixture<ShippedModel>
{
    /// <summary>
    /// The references were made with AVX-512 kernels. Those of older processors sum in another order, and where a number
    /// lies on the border of two int8 steps it rounds the other way.
    /// </summary>
    private static readonly float LeastCosine = Avx512F.IsSupported ? 0.9999f : 0.998f;

    private readonly OnnxEmbeddingGenerator _model;

    public OnnxEmbeddingGeneratorTests(ShippedModel shipped)
    {
        ArgumentNullException.ThrowIfNull(shipped);
        _model = shipped.Generator;
    }

    [Fact]
    public async Task Generate_EveryReferenceText_GivesTheReferenceVector()
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests/data/eval/embeddings.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();

        var vectors = await _model.GenerateAsync(lines.Select(line => line.GetProperty("text").GetString() ?? ""));

        Assert.Equal(86, lines.Count);
        Assert.All(lines.Zip(vectors), pair =>
        {
            float[] expected = [.. pair.First.GetProperty("vector").EnumerateArray().Select(number => number.GetSingle())];
            Assert.InRange(TensorPrimitives.CosineSimilarity(expected, pair.Second.Vector.Span), LeastCosine, 1.0001f);
        });
    }

    [Fact]
    public void Encode_AnyText_GivesUnitVectors()
    {
        using var encoded = _model.Encode("What is dropout? \ud800 💧", TextKind.Query);

        Assert.Equal(1, TensorPrimitives.Norm(encoded.Vector), 4);
        for (var token = 0; token < encoded.TokenCount; token++)
        {
            Assert.Equal(1, TensorPrimitives.Norm(encoded.TokenVector(token)), 4);
        }
    }

    [Fact]
    public void EncodeWindows_LongText_CoversItWithOverlap()
    {
        var text = string.Join(' ', Enumerable.Range(0, 600).Select(i => $"word{i}"));

        var windows = _model.EncodeWindows(text, TextKind.Passage);

        Assert.True(windows.Count > 2);
        var covered = windows.SelectMany(window => window.Tokens.ToArray()).Where(token => token.Length > 0).Max(token => token.Start + token.Length);
        Assert.Equal(text.Length, covered);
        for (var i = 1; i < windows.Count; i++)
        {
            Assert.True(windows[i].Tokens[1].Start < windows[i - 1].Tokens[^2].Start);
        }
    }

    [Fact]
    public void EncodeWindows_ShortText_IsOneWindowEqualToEncode()
    {
        var window = Assert.Single(_model.EncodeWindows("What is dropout?", TextKind.Passage));
        using var whole = _model.Encode("What is dropout?", TextKind.Passage);

        Assert.Equal(whole.Vector.ToArray(), window.Vector.ToArray());
    }

    [Fact]
    public async Task Encode_ManyCallers_GiveTheSameVectors()
    {
        using var alone = _model.Encode("gradient clipping", TextKind.Query);
        var expected = alone.Vector.ToArray();

        var vectors = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() =>
        {
            using var encoded = _model.Encode(i % 2 == 0 ? "gradient clipping" : "an other text of another length", TextKind.Query);
            return (i, encoded.Vector.ToArray());
        })));

        Assert.All(vectors.Where(pair => pair.i % 2 == 0), pair => Assert.Equal(expected, pair.Item2));
    }

    [Fact]
    public void GetService_Metadata_NamesTheModel() => Assert.Equal(
        ("tutor-minilm-l6-v1", 384),
        (_model.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata) is { } metadata
            ? (metadata.DefaultModelId, metadata.DefaultModelDimensions ?? 0)
            : default);
}
