using TutorBot.Embeddings;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Embeddings;

/// <summary>The model that the product ships, loaded once for a test class.</summary>
public sealed class ShippedModel : IDisposable
{
    public OnnxEmbeddingGenerator Generator { get; } =
        OnnxEmbeddingGenerator.Load(ModelFolder.Open(Repository.PathOf("content/models/tutor-minilm-l6-v1")));

    /// <summary>What the model made of cards before, so that each test embeds only what is new.</summary>
    public FilePassageCache Cache { get; } = new(Directory.CreateTempSubdirectory("passages").FullName);

    public void Dispose()
    {
        Cache.Dispose();
        Generator.Dispose();
    }
}
