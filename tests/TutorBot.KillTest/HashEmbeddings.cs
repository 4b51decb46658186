using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace TutorBot.KillTest;

/// <summary>Vectors without meaning: which question is asked does not matter here, and the model would slow each start.</summary>
internal sealed class HashEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int Dimension = 32;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(Vector(value)))));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static float[] Vector(string value)
    {
        var numbers = SHA256.HashData(Encoding.UTF8.GetBytes(value)).Select(part => part - 127.5f).ToArray();
        var length = MathF.Sqrt(numbers.Sum(number => number * number));
        return [.. numbers.Select(number => number / length)];
    }
}
