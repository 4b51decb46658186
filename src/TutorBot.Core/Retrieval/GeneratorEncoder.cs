using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace TutorBot.Core.Retrieval;

/// <summary>
/// Any embedding generator of Microsoft.Extensions.AI in place of the model: it gives whole texts alone, so cards are ranked by card
/// vector and words, with weights fitted for it, and spelling is left as typed.
/// </summary>
/// <param name="generator">The generator; a remote one is waited for.</param>
/// <param name="dimension">Numbers per vector, a multiple of 8.</param>
public sealed class GeneratorEncoder(IEmbeddingGenerator<string, Embedding<float>> generator, int dimension) : ITokenEncoder
{
    /// <inheritdoc/>
    public int Dimension { get; } = dimension;

    /// <inheritdoc/>
    public string ModelSha256 { get; } = Name(generator, dimension);

    /// <inheritdoc/>
    public string Fingerprint => ModelSha256;

    /// <inheritdoc/>
    public EncodedText Encode(string text, TextKind kind)
    {
        var embeddings = generator.GenerateAsync([text]).GetAwaiter().GetResult();
        var vector = embeddings[0].Vector.Span;
        if (vector.Length != Dimension)
        {
            throw new InvalidOperationException($"The generator gives vectors of {vector.Length} numbers, not of {Dimension}.");
        }

        var encoded = new EncodedText(Dimension, null);
        var (_, _, room) = encoded.Reset(0);
        var length = System.Numerics.Tensors.TensorPrimitives.Norm(vector);
        System.Numerics.Tensors.TensorPrimitives.Divide(vector, length > 0 ? length : 1, room.Span);
        return encoded;
    }

    /// <inheritdoc/>
    public IReadOnlyList<EncodedText> EncodeWindows(string text, TextKind kind) => [Encode(text, kind)];

    /// <summary>Always true: without the model's vocabulary no word may be taken for a misspelling.</summary>
    public bool IsWholeWord(ReadOnlySpan<char> word) => true;

    /// <summary>What weights are stamped with: the generator has no file, so its name stands for it.</summary>
    private static string Name(IEmbeddingGenerator<string, Embedding<float>> generator, int dimension)
    {
        ArgumentNullException.ThrowIfNull(generator);
        var metadata = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        var name = $"{metadata?.ProviderName}\n{metadata?.ProviderUri}\n{metadata?.DefaultModelId}\n{dimension}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }
}
