using Microsoft.ML.OnnxRuntime;

namespace TutorBot.Embeddings;

/// <summary>One caller's buffers for the session, with tensors of every length met so far: a run allocates next to nothing.</summary>
internal sealed class OnnxRunner(InferenceSession session, IReadOnlyList<string> inputs, string output, int maxTokens, int dimension) : IDisposable
{
    private readonly RunOptions _options = new();
    private readonly long[] _ids = new long[maxTokens];
    private readonly long[] _mask = [.. Enumerable.Repeat(1L, maxTokens)];
    private readonly long[] _types = new long[maxTokens];
    private readonly float[] _states = new float[maxTokens * dimension];
    private readonly Dictionary<int, (OrtValue[] Inputs, OrtValue[] Outputs)> _tensors = [];
    private readonly string[] _outputs = [output];

    /// <summary>The last hidden states of so many tokens, one row each; valid until the next run.</summary>
    public ReadOnlySpan<float> Run(ReadOnlySpan<int> ids)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            _ids[i] = ids[i];
        }

        if (!_tensors.TryGetValue(ids.Length, out var tensors))
        {
            tensors = Create(ids.Length);
            _tensors.Add(ids.Length, tensors);
        }

        session.Run(_options, inputs, tensors.Inputs, _outputs, tensors.Outputs);
        return _states.AsSpan(0, ids.Length * dimension);
    }

    public void Dispose()
    {
        foreach (var (inputTensors, outputTensors) in _tensors.Values)
        {
            foreach (var tensor in inputTensors.Concat(outputTensors))
            {
                tensor.Dispose();
            }
        }

        _options.Dispose();
    }

    private (OrtValue[] Inputs, OrtValue[] Outputs) Create(int length)
    {
        long[] shape = [1, length];
        OrtValue[] tensors = [.. inputs.Select(name => OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance,
            (name switch { "input_ids" => _ids, "attention_mask" => _mask, _ => _types }).AsMemory(0, length),
            shape))];
        var states = OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, _states.AsMemory(0, length * dimension), [1, length, dimension]);
        return (tensors, [states]);
    }
}
