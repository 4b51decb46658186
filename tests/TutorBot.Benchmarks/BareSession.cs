using Microsoft.ML.OnnxRuntime;
using TutorBot.Embeddings;

namespace TutorBot.Benchmarks;

/// <summary>The least that an answer costs: one run of the session on the question's ids, with the same settings.</summary>
internal sealed class BareSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OnnxRunner _runner;

    public BareSession(ModelFolder folder)
    {
        _session = OnnxEmbeddingGenerator.LoadSession(folder);
        _runner = new OnnxRunner(_session, [.. _session.InputMetadata.Keys], folder.Manifest.Output, folder.Manifest.MaxTokens, folder.Manifest.Dimension);
    }

    public void Run(int[] ids) => _runner.Run(ids);

    public void Dispose()
    {
        _runner.Dispose();
        _session.Dispose();
    }
}
