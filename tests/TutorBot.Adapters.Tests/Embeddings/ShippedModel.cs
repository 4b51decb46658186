using TutorBot.Embeddings;
using TutorBot.TestSupport;

namespace TutorBot.Adapters.Tests.Embeddings;

/// <summary>The model that the product ships, loaded once for a test class.</summary>
public sealed class ShippedModel : IDisposable
{
    public OnnxEmbeddingGenerator Generator { get; } =
        OnnxEmbeddingGenerator.Load(ModelFolder.Open(Repository.PathOf("content/models/tutor-minilm-l6-v1")));

    public void Dispose() => Generator.Dispose();
}
